import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parseSync, Visitor } from 'rolldown/utils'

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
  const names: string[] = []
  const take = (node: { readonly source: { readonly value?: unknown } | null }) => {
    if (typeof node.source?.value === 'string') names.push(node.source.value)
  }
  new Visitor({
    ImportDeclaration: take,
    ImportExpression: (node) => node.source.type === 'Literal' && take({ source: node.source }),
    ExportAllDeclaration: take,
    ExportNamedDeclaration: take,
    TSImportType: take,
  }).visit(parseSync(from, text).program)
  return names.map((name) => ({ from, to: name.startsWith('.') ? posix.join(dirname(from), name) : name }))
}

/** The folder of a file, without a slash at its end. */
export function folderOf(file: string): string {
  return posix.dirname(file)
}

/** Files that import each other, directly or through others: each circle sorted by name. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const targets = new Map<string, Set<string>>()
  for (const { from, to } of imports) targets.set(from, (targets.get(from) ?? new Set()).add(to))
  const reachable = new Map([...targets.keys()].map((file) => [file, reachableFrom(file, targets)]))
  const isMutual = (a: string, b: string) => reachable.get(a)?.has(b) === true && reachable.get(b)?.has(a) === true
  const circles = [...targets.keys()].filter((file) => isMutual(file, file)).map((file) => [...targets.keys()].filter((other) => isMutual(file, other)).sort())
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()]
}

function reachableFrom(file: string, targets: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>()
  const open = [file]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of targets.get(next) ?? []) {
      if (!found.has(target)) open.push(target)
      found.add(target)
    }
  }
  return found
}
