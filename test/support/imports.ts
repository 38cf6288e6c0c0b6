import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** The importing file, from the project's root, with `/`. */
  readonly from: string
  /** A file from the project's root, or a package's name. */
  readonly to: string
}

/** Every import of every module under a folder, types and dynamic ones included. */
export function importsUnder(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const file = join(folder, path)
      return importsOf(file.replaceAll('\\', '/'), readFileSync(file, 'utf8'))
    })
}

/** The imports of one module's text. */
export function importsOf(from: string, text: string): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    from,
    to: fileName.startsWith('.') ? posix.join(dirname(from), fileName) : fileName,
  }))
}
