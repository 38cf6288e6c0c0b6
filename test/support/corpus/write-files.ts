import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { corpus, type CorpusOptions } from './corpus.ts'

/** Writes a corpus into a folder; existing files of other names stay. */
export function writeCorpus(folder: string, options: CorpusOptions): void {
  const made = new Set<string>()
  for (const { path, content } of corpus(options)) {
    const file = join(folder, path)
    const parent = dirname(file)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(file, content)
  }
}
