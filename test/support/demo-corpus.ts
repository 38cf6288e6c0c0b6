import type { CorpusOptions } from './corpus/corpus.ts'

/** The made-up stories of `npm run demo`: six weeks of news, most of it still promoted. */
export const DEMO: CorpusOptions = { stories: 300, days: 42, promoted: 0.9, clean: true, seed: 3 }
