import type { Element, Nodes, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { sanitize } from 'hast-util-sanitize'
import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { element, findElements } from '../seeds/body/hast.ts'
import { bodyProblem, MAX_BODY } from '../seeds/body/limits.ts'
import { loadParseHtml } from '../seeds/body/parse-html.ts'
import { BODY_SCHEMA } from '../seeds/body/sanitize.ts'
import { toVideo } from '../seeds/fields/video-field.ts'
import { parseWebAddress } from '../seeds/values/web-address.ts'

/** HTML as Markdown. */
export interface Converted {
  readonly markdown: string
  /** The address of its first picture, which is no longer in the Markdown if it was at the top; empty for none. */
  readonly image: string
  /** What could not be kept: names of elements. */
  readonly lost: readonly string[]
}

/** Elements with a file of their own, which become links to it. */
const EMBEDS: Readonly<Record<string, string>> = { iframe: 'Embedded page', audio: 'Audio', video: 'Video', embed: 'File' }
const LOST = ['object', 'form', 'svg', 'math', 'canvas', 'applet']

/** What Newsfold reads in Markdown beyond CommonMark and GFM, and a feed's text does not mean. */
const UNSAFE = ['$', '{'].map((character) => ({ character, inConstruct: 'phrasing' as const }))
const DOUBLE = ['=', '%'].map((character) => ({ character, after: `[${character}]`, inConstruct: 'phrasing' as const }))

const parseHtml = await loadParseHtml()

/** Converts HTML to Markdown through the sanitiser of bodies. Relative addresses start at `base`. */
export function htmlToMarkdown(html: string, base: string): Converted {
  const tree = fromParse5(parseHtml(html)) as Root
  const lost: string[] = []
  for (const found of findElements(tree, () => true)) {
    if (LOST.includes(found.tagName)) lost.push(found.tagName)
    else if (found.tagName in EMBEDS) linkEmbed(found, base)
    else resolve(found, base)
  }
  const clean = sanitize(tree, BODY_SCHEMA)
  const image = takeImage(clean)
  const markdown = toMarkdown(toMdast(clean), { bullet: '-', rule: '*', emphasis: '*', extensions: [gfmToMarkdown(), { unsafe: [...UNSAFE, ...DOUBLE] }] }).trim()
  const whole = markdown.length < MAX_BODY ? markdown : markdown.slice(0, markdown.lastIndexOf('\n\n', MAX_BODY - 1))
  if (whole !== markdown) lost.push('the end of a long text')
  if (whole === '' || bodyProblem(whole, 1) === null) return { markdown: whole, image, lost }
  return { markdown: '', image, lost: [...lost, 'a text that a seed may not have'] }
}

function linkEmbed(embed: Element, base: string): void {
  const source = embed.properties['src'] ?? findElements(embed, ({ tagName }) => tagName === 'source')[0]?.properties['src']
  const url = absolute(source, base)
  const name = EMBEDS[embed.tagName] ?? ''
  const link = url === null ? element('span', {}) : element('p', {}, element('a', { href: toVideo(url).url }, toVideo(url).playerUrl === null ? name : 'Video'))
  Object.assign(embed, link)
}

function resolve({ properties }: Element, base: string): void {
  for (const name of ['href', 'src']) {
    const value = properties[name]
    if (typeof value !== 'string' || value.startsWith('#') || value.startsWith('mailto:')) continue
    const url = absolute(value, base)
    properties[name] = url?.href
  }
}

/** A safe absolute address; null for any other. */
export function absolute(value: unknown, base: string): URL | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  const text = value.trim()
  const parsed = parseWebAddress(URL.canParse(text, base === '' ? undefined : base) ? new URL(text, base === '' ? undefined : base).href : text)
  return 'url' in parsed ? parsed.url : null
}

/** Pixels below which a picture counts visits, or is an icon. */
const SMALL = 100

/** The address of the first real picture. One above the text is removed: the story shows it there. */
function takeImage(tree: Nodes): string {
  if (tree.type !== 'root') return ''
  const images = findElements(tree, ({ tagName }) => tagName === 'img')
  const isReal = ({ properties: { src, width, height } }: Element) => typeof src === 'string' && [width, height].every((pixels) => pixels === undefined || !(Number(pixels) < SMALL))
  const first = images.find(isReal)
  const source = first?.properties['src']
  for (const image of images) if (!isReal(image) || (image === first && isAboveText(tree, image))) Object.assign(image, element('span', {}))
  return typeof source === 'string' ? source : ''
}

function isAboveText(tree: Root, image: Element): boolean {
  const pending: Nodes[] = [tree]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === image) return true
    if (node.type === 'text' && node.value.trim() !== '') return false
    if ('children' in node) pending.push(...node.children.toReversed())
  }
  return false
}
