import { directionOfText, type Direction } from '../../shared/text/direction.ts'
import { PREVIEW_IMAGE_SIZE } from '../../shared/meta/preview-image.ts'
import { HEADLINE, SANS } from './fonts.ts'
import type { PreviewImage } from './preview-image.ts'

/** An element as satori reads it: text is text, so nothing in it can become markup. */
export interface LayoutElement {
  readonly type: 'div'
  readonly key: null
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>
    readonly children: string | readonly LayoutElement[]
  }
}

/** Headline sizes in pixels: `upTo` is the longest text in letters' widths, `lines` what fits between the other two rows. */
const SIZES = [
  { upTo: 42, size: 96, lines: 3 },
  { upTo: 84, size: 80, lines: 4 },
  { upTo: 130, size: 66, lines: 5 },
  { upTo: Infinity, size: 56, lines: 6 },
] as const

/** Scripts with high or deep letters need more room between lines. */
const TALL = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const WIDE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60]/u

/** Lays an image's texts out in `light` (`#rrggbb`): topic above, headline, then provider, date and site under a rule. */
export function layOut(image: PreviewImage, light: string): LayoutElement {
  const direction = directionOfText(image.headline)
  const source = [line(image.provider, {}), line(image.date, { flexShrink: 0 })].filter(({ props }) => props.children !== '')
  const footer = [
    box({ gap: 18, maxWidth: 780 }, source.flatMap((element, place) => (place === 0 ? [element] : [line('·', { flexShrink: 0 }), element]))),
    line(image.site, { fontFamily: HEADLINE, fontSize: 34, maxWidth: 260 }),
  ]
  return box(
    { ...PREVIEW_IMAGE_SIZE, boxSizing: 'border-box', padding: '52px 72px 46px', flexDirection: 'column', justifyContent: 'space-between', color: light, direction },
    [
      line(image.topic, { fontFamily: HEADLINE, fontSize: 44, letterSpacing: '-0.01em', maxWidth: 1056 }),
      headline(image.headline, direction),
      box(
        { justifyContent: 'space-between', alignItems: 'baseline', paddingTop: 24, borderTop: `3px solid ${light}`, fontFamily: SANS, fontSize: 27, letterSpacing: '0.02em' },
        footer,
      ),
    ],
  )
}

function headline(text: string, direction: Direction): LayoutElement {
  const width = Array.from(text).reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0)
  const { size, lines } = SIZES.find(({ upTo }) => width <= upTo) ?? SIZES[3]
  const isTall = TALL.test(text)
  return {
    type: 'div',
    key: null,
    props: {
      style: {
        display: 'block',
        fontFamily: HEADLINE,
        fontSize: isTall ? Math.round(size * 0.9) : size,
        lineHeight: isTall ? 1.25 : 1.08,
        letterSpacing: isTall ? 0 : '-0.015em',
        lineClamp: lines,
        overflowWrap: 'anywhere',
        // Where a text may be cut, satori balances what is left of it.
        textWrap: isTall || size === 56 ? 'wrap' : 'balance',
        direction,
      },
      children: text,
    },
  }
}

/** One line of text, cut with an ellipsis where it is too long. */
function line(text: string, style: LayoutElement['props']['style']): LayoutElement {
  const cut = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
  return { type: 'div', key: null, props: { style: { ...cut, direction: directionOfText(text), ...style }, children: text } }
}

function box(style: LayoutElement['props']['style'], children: readonly LayoutElement[]): LayoutElement {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } }
}
