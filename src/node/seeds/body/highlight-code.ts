import type { Element, ElementContent, Root, RootContent } from 'hast'
import { element, findElements } from './hast.ts'

/** Most code of one body that is highlighted, in characters. */
const MAX_TOTAL = 15_000

/** Our classes for the scopes of highlight.js; other scopes have no colour. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^hljs-(?:comment|quote|meta)$/, 'hl-comment'],
  [/^hljs-(?:keyword|selector-tag|section|doctag|operator|template-tag)$/, 'hl-keyword'],
  [/^hljs-(?:string|regexp|char|link|code|formula|addition)$/, 'hl-string'],
  [/^hljs-(?:number|literal|symbol|bullet|deletion)$/, 'hl-number'],
  [/^hljs-(?:title|type|name|built_in|class|attr|attribute|property|variable|template-variable|selector-\w+|params)$/, 'hl-name'],
]

let loaded: Promise<(language: string, code: string) => Root | null> | null = null

/** Loaded with the first code that names its language. */
function loadHighlighter(): Promise<(language: string, code: string) => Root | null> {
  return (loaded ??= import('lowlight').then(({ all, createLowlight }) => {
    const { registered, highlight } = createLowlight(all)
    return (language, code) => (registered(language) ? highlight(language, code) : null)
  }))
}

/** Colours the code of a tree by classes, where the code names its language. */
export async function highlightCode(tree: Root): Promise<void> {
  const blocks = findElements(tree, ({ tagName, children: [only] }) => tagName === 'pre' && only?.type === 'element' && only.tagName === 'code')
  let total = 0
  for (const { children: [code] } of blocks) {
    const language = code?.type === 'element' ? languageOf(code) : null
    const [only, ...others] = code?.type === 'element' ? code.children : []
    if (code?.type !== 'element' || language === null || only?.type !== 'text' || others.length > 0) continue
    const { length } = only.value
    if ((total += length) > MAX_TOTAL) continue
    const highlighted = (await loadHighlighter())(language, only.value)
    if (highlighted !== null) code.children = highlighted.children.flatMap(toOwnClasses)
  }
}

/** The language of a code element by its class, as in `language-rust`; null without any. */
function languageOf({ properties }: Element): string | null {
  const { className } = properties
  const own = Array.isArray(className) ? /(?:^| )language-(\S+)/.exec(className.join(' ')) : null
  return own?.[1]?.toLowerCase() ?? null
}

function toOwnClasses(node: RootContent): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : []
  const { className } = node.properties
  const scope = Array.isArray(className) ? String(className[0]) : ''
  const own = CLASSES.find(([pattern]) => pattern.test(scope))?.[1]
  const children = node.children.flatMap(toOwnClasses)
  return own === undefined ? children : [element('span', { className: [own] }, ...children)]
}
