import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'satori'

/** `package subset weight` of a Fontsource package. */
type FontName = `${string} ${string} ${number}`

/** The app's typography: the headline, and the line under it. */
export const HEADLINE: FontName = 'newsreader latin 600'
export const SANS: FontName = 'noto-sans latin 600'

const LATIN: readonly FontName[] = [HEADLINE, SANS, 'newsreader latin-ext 600', 'newsreader vietnamese 600', 'noto-serif latin-ext 600', 'noto-sans latin-ext 600']
const HAN_CHINESE: FontName = 'zcool-xiaowei chinese-simplified 400'
const HAN_JAPANESE: FontName = 'shippori-antique japanese 400'

/** Signs: № and ℃, 10⁴ and CO₂, √ and ≠ and →, ① and ★. */
const SIGNS: readonly FontName[] = ['noto-serif cyrillic 600', 'noto-serif math 600', 'noto-sans-math latin 400', 'noto-sans-symbols symbols 600']

/** Fonts for what is written in other scripts; loaded only for images that need them. */
const SCRIPTS: readonly (readonly [script: RegExp, fonts: readonly FontName[]])[] = [
  [/\p{Script=Cyrillic}/u, ['noto-serif cyrillic 600', 'noto-serif cyrillic-ext 600', 'noto-sans cyrillic 600', 'noto-sans cyrillic-ext 600']],
  [/\p{Script=Greek}/u, ['noto-serif greek 600', 'noto-serif greek-ext 600', 'noto-sans greek 600']],
  [/\p{Script=Arabic}/u, ['amiri arabic 700']],
  [/\p{Script=Hebrew}/u, ['noto-serif-hebrew hebrew 600']],
  [/\p{Script=Devanagari}/u, ['noto-serif-devanagari devanagari 600']],
  [/\p{Script=Thai}/u, ['noto-serif-thai thai 600']],
  [/\p{Script=Hangul}/u, ['song-myung korean 400']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, [HAN_JAPANESE]],
  [/[\u2016\u2021\u2070-\u209f\u2100-\u2bff\u{1d400}-\u{1d7ff}]/u, SIGNS],
]

/** CJK signs and full-width forms, which may also occur in texts of other scripts. */
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

const require = createRequire(import.meta.url)
const loaded = new Map<FontName, Font>()
/** By what is in them: satori reads the fonts of an array it knows only once. */
const sets = new Map<string, Font[]>()

/** The fonts that draw a text, best first. `language` (BCP 47 or empty) chooses between Chinese and Japanese shapes. */
export function fontsFor(text: string, language: string): Font[] {
  const names = new Set(LATIN)
  for (const [script, fonts] of SCRIPTS) if (script.test(text)) fonts.forEach((name) => names.add(name))
  if (HAN.test(text)) {
    const isJapanese = /^ja\b/i.test(language) || names.has(HAN_JAPANESE)
    for (const name of isJapanese ? [HAN_JAPANESE, HAN_CHINESE] : [HAN_CHINESE, HAN_JAPANESE]) names.add(name)
  }
  const key = [...names].join()
  const set = sets.get(key) ?? [...names].map(load)
  sets.set(key, set)
  return set
}

function load(name: FontName): Font {
  const [family = '', subset, weight] = name.split(' ')
  const font = loaded.get(name) ?? {
    // Fonts of one name and weight would hide each other.
    name,
    data: readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`)),
    weight: 600,
    style: 'normal',
  }
  loaded.set(name, font)
  return font
}
