import { isAbsolute, relative, sep } from 'node:path'

/** Whether a folder is what stands at a path, or has it inside; both absolute. */
export function containsPath(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  // On another drive, it stays absolute.
  return !isAbsolute(inside) && inside.split(sep)[0] !== '..'
}
