import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is a folder or inside it; both absolute. */
export function containsPath(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  // The path stays absolute when it is on another drive.
  return !isAbsolute(inside) && inside.split(sep)[0] !== '..'
}
