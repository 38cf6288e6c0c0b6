import { KEY_LIMIT } from '../../shared/contract/story-key.ts'

/** Story keys in ascending order, each once. */
export type StoryKeys = Float64Array<ArrayBuffer>

export const NO_KEYS: StoryKeys = new Float64Array(0)

/** Whether keys contain one, by binary search: nothing has to be built from 50,000 keys at the start. */
export function hasKey(keys: StoryKeys, key: number): boolean {
  let [from, to] = [0, keys.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const value = keys[middle] ?? 0
    if (value === key) return true
    if (value < key) from = middle + 1
    else to = middle
  }
  return false
}

/** The keys in either of two lists. */
export function uniteKeys(a: StoryKeys, b: StoryKeys): StoryKeys {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const united = new Float64Array(a.length + b.length)
  let [atA, atB, length] = [0, 0, 0]
  while (atA < a.length || atB < b.length) {
    const [valueA, valueB] = [a[atA] ?? Infinity, b[atB] ?? Infinity]
    united[length++] = Math.min(valueA, valueB)
    if (valueA <= valueB) atA++
    if (valueB <= valueA) atB++
  }
  return united.slice(0, length)
}

/** Whether a list is one of story keys: ascending, each once, all within the limit. */
export function areKeys(keys: Float64Array): keys is StoryKeys {
  return keys.every((key, at) => Number.isInteger(key) && key >= 0 && key < KEY_LIMIT && (at === 0 || key > (keys[at - 1] ?? 0)))
}
