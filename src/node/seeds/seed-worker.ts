import { readBatch, type SeedBatch } from './seed-cache.ts'

/** What a worker thread runs for each batch of seeds: see `readBatch`. */
export default function readInWorker(batch: SeedBatch): Promise<string> {
  return readBatch(batch)
}
