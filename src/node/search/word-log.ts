import { foldWords } from '../../shared/search/normalize-words.ts'
import { titleLengthClass } from '../../shared/search/ranking.ts'

/** Word positions beyond are all stored as this one: far more than a seed can contain. */
const MAX_WORD_POSITION = 2 ** 24

/** The position of the first word after the title is a multiple of this one. */
const TITLE_SPAN = 32

/** The occurrences of one word, by story. `values` are a word position times eight plus the field's number. */
export interface Occurrences {
  readonly stories: Int32Array
  readonly values: Int32Array
}

/**
 * Records every word of every story in typed arrays and sorts them by word at the end. Without an object per
 * occurrence, a hundred thousand stories fit into a few hundred megabytes.
 */
export class WordLog {
  readonly words: string[] = []
  /** The length class of each story's title. */
  readonly titleClasses: number[] = []
  /** For each word a bit for each language of its stories. */
  readonly wordLanguages: number[] = []
  #language = 0
  readonly #numbers = new Map<string, number>()
  readonly #names = new Map<string, readonly string[]>()
  #word = new Int32Array(1 << 16)
  #value = new Int32Array(1 << 16)
  #length = 0
  /** Index of each story's first occurrence. */
  readonly #starts: number[] = []
  #position = 0

  /** Begins a story with its title, which must be its first text. `language` is its number, below 31. */
  beginStory(title: string, language: number): void {
    this.#language = 1 << language
    this.#starts.push(this.#length)
    this.#position = 0
    const words = foldWords(title)
    this.titleClasses.push(titleLengthClass(words.length))
    this.#recordAll(words, 0)
    this.#position = Math.ceil(this.#position / TITLE_SPAN) * TITLE_SPAN
  }

  /** Records another text of the current story. */
  add(text: string, field: number): void {
    if (text !== '') this.#recordAll(foldWords(text), field)
  }

  /** The same for a name that many stories share: it is split into words only once. */
  addName(name: string, field: number): void {
    if (name === '') return
    let words = this.#names.get(name)
    if (words === undefined) this.#names.set(name, (words = foldWords(name)))
    this.#recordAll(words, field)
  }

  #recordAll(words: readonly string[], field: number): void {
    for (const word of words) this.#record(word, field)
    this.#position++
  }

  #record(word: string, field: number): void {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      // A substring would keep the whole text in memory.
      const copy = Buffer.from(word, 'utf16le').toString('utf16le')
      number = this.words.push(copy) - 1
      this.#numbers.set(copy, number)
    }
    this.wordLanguages[number] = (this.wordLanguages[number] ?? 0) | this.#language
    if (this.#length === this.#word.length) {
      this.#word = doubled(this.#word)
      this.#value = doubled(this.#value)
    }
    this.#word[this.#length] = number
    this.#value[this.#length++] = (Math.min(this.#position++, MAX_WORD_POSITION) << 3) | field
  }

  /** The occurrences of a word, by its number; stories, fields and word positions ascend. Call it once, after the last `add`. */
  sorted(): (number: number) => Occurrences {
    const starts = new Int32Array(this.words.length + 1)
    for (let at = 0; at < this.#length; at++) {
      const next = (this.#word[at] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let number = 0; number < this.words.length; number++) starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0)
    const free = starts.slice()
    const stories = new Int32Array(this.#length)
    const values = new Int32Array(this.#length)
    this.#starts.forEach((start, story) => {
      const end = this.#starts[story + 1] ?? this.#length
      for (let at = start; at < end; at++) {
        const number = this.#word[at] ?? 0
        const to = free[number] ?? 0
        free[number] = to + 1
        stories[to] = story
        values[to] = this.#value[at] ?? 0
      }
    })
    this.#word = this.#value = new Int32Array(0)
    return (number) => {
      const [from, to] = [starts[number], starts[number + 1]]
      return { stories: stories.subarray(from, to), values: values.subarray(from, to) }
    }
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
