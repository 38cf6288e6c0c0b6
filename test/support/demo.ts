import { rmSync } from 'node:fs'
import { createBuilder, preview } from 'vite'
import { DEMO } from './demo-corpus.ts'
import { writeCorpus } from './corpus/write-files.ts'

/** `npm run demo`: what `npm start` does, on 300 made-up stories. */
const FOLDER = 'node_modules/.cache/newsfold-demo'

rmSync(FOLDER, { recursive: true, force: true })
writeCorpus(`${FOLDER}/seeds`, DEMO)
process.env['NEWSFOLD_SEEDS'] = `${FOLDER}/seeds`
process.env['NEWSFOLD_TITLE'] ??= 'Newsfold demo'
const outDir = `${FOLDER}/dist`
try {
  const builder = await createBuilder({ build: { outDir } })
  await builder.buildApp()
  const server = await preview({ build: { outDir } })
  server.printUrls()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
