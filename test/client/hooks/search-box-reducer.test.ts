import { expect, test } from 'vitest'
import {
  INITIAL_STATE,
  reduceSearchBox,
  textOf,
  type SearchBoxEvent,
  type SearchBoxState,
  type SearchNavigation,
  type SearchView,
} from '../../../src/client/hooks/filters/search-box-reducer.ts'
import { parseFilter } from '../../../src/shared/filter/feed-filter.ts'

/** What happens to the box: an event, or the completion of the last navigation, of Back, or of a click on a link. */
type Step = SearchBoxEvent | 'complete' | { readonly back: string } | { readonly link: string }

interface Result {
  readonly text: string
  /** Every navigation: `push` or `replace` and its path. */
  readonly navigations: readonly string[]
  readonly state: SearchBoxState
}

const viewAt = (key: string, path: string, entry: SearchView['entry'] = null): SearchView => {
  const url = new URL(path, 'https://news.example')
  return { key, isFeed: url.pathname === '/', filter: parseFilter(null, url.searchParams), entry }
}

/** Runs steps from the view at `start`, as the hook would. */
function run(start: string, steps: readonly Step[]): Result {
  let state = INITIAL_STATE
  let view = viewAt('key 0', start)
  let keys = 0
  const navigations: SearchNavigation[] = []
  const send = (event: SearchBoxEvent) => {
    state = reduceSearchBox(state, event, view, 1000)
    if (state.navigation !== null) navigations.push(state.navigation)
  }
  const arrive = (path: string, entry: SearchView['entry']) => {
    view = viewAt(`key ${++keys}`, path, entry)
    send({ type: 'navigated' })
  }
  for (const step of steps) {
    if (step === 'complete') arrive(navigations.at(-1)?.path ?? start, navigations.at(-1)?.entry ?? null)
    else if ('link' in step) arrive(step.link, null)
    else if ('back' in step) {
      send({ type: 'popped' })
      arrive(step.back, null)
    } else send(step)
  }
  const described = navigations.map(({ replace, path }) => `${replace ? 'replace' : 'push'} ${decodeURIComponent(path)}`)
  return { text: textOf(state, view), navigations: described, state }
}

const type = (text: string, isComposing = false): Step => ({ type: 'typed', text, isComposing })
const PAUSED: Step = { type: 'paused' }
const CLEARED: Step = { type: 'cleared' }
const SUBMITTED: Step = { type: 'submitted' }
const PRESSED: Step = { type: 'pressed-outside' }
const RELEASED: Step = { type: 'released' }

test.each<[name: string, start: string, steps: readonly Step[], text: string, navigations: readonly string[]]>([
  ['shows the words of the URL', '/?q=robots', [], 'robots', []],
  ['searches for the first letters at once', '/', [type('ch')], 'ch', ['push /?q=ch']],
  ['waits for a pause after a single letter', '/', [type('c')], 'c', []],
  ['searches for a single letter after a pause', '/', [type('c'), PAUSED], 'c', ['push /?q=c']],
  ['waits for a pause while letters follow each other', '/', [type('ch'), type('chi'), type('chip')], 'chip', ['push /?q=ch']],
  ['searches for all letters after the pause', '/', [type('ch'), type('chip'), PAUSED], 'chip', ['push /?q=ch', 'replace /?q=chip']],
  ['does not search twice for the same letters', '/', [type('ch'), PAUSED], 'ch', ['push /?q=ch']],
  ['keeps letters typed while a navigation completes', '/', [type('ch'), type('chip'), 'complete'], 'chip', ['push /?q=ch']],
  ['does not search while an input method composes a word', '/', [type('か', true), PAUSED], 'か', []],
  ['searches when the word is composed', '/', [type('か', true), type('蚊です')], '蚊です', ['push /?q=蚊です']],
  ['keeps a space at the end', '/', [type('ch'), 'complete', PAUSED, type('ch '), PAUSED], 'ch ', ['push /?q=ch']],
  ['keeps an unfinished filter out of the URL', '/', [type('ch type:vid'), 'complete'], 'ch type:vid', ['push /?q=ch']],
  ['moves a finished filter out of the box', '/', [type('ch type:video '), 'complete'], 'ch ', ['push /?type=video&q=ch']],
  ['reads an unfinished filter on submit', '/', [type('ch type:video'), 'complete', SUBMITTED, 'complete'], 'ch', ['push /?q=ch', 'replace /?type=video&q=ch']],
  ['starts another history entry after submit', '/', [type('ch'), SUBMITTED, 'complete', type('law')], 'law', ['push /?q=ch', 'replace /?q=ch', 'push /?q=law']],
  ['does not navigate on submit when nothing has changed', '/?q=ch', [SUBMITTED], 'ch', []],
  ['stays on a story when the empty box is left', '/story/a/', [SUBMITTED], '', []],
  ['leads from a story to the feed', '/story/a/', [type('ch')], 'ch', ['push /?q=ch']],
  ['clears at once', '/?q=ch', [CLEARED, 'complete'], '', ['push /']],
  ['forgets a waiting search when it is cleared', '/?q=ch', [type('c'), CLEARED, PAUSED], '', ['push /']],
  ['undoes a search that is not complete', '/', [type('ch'), CLEARED, 'complete'], '', ['push /?q=ch', 'replace /']],
  ['shows the words of the entry that Back leads to', '/', [type('ch'), 'complete', type('chip'), { back: '/?q=law' }], 'law', ['push /?q=ch']],
  ['starts another history entry after Back', '/', [type('ch'), PAUSED, 'complete', { back: '/' }, type('law')], 'law', ['push /?q=ch', 'push /?q=law']],
  ['shows the words of a link that was clicked', '/', [type('ch'), 'complete', { link: '/?q=robots' }], 'robots', ['push /?q=ch']],
  ['applies text to the same view when a press ends there', '/', [type('type:video'), PRESSED, RELEASED], 'type:video', ['push /?type=video']],
  ['does nothing while a press goes on', '/', [type('type:video'), PRESSED, PAUSED], 'type:video', []],
  ['applies text to the view that the press leads to', '/', [type('type:video'), PRESSED, { link: '/?provider=a.example' }], '', ['push /?provider=a.example&type=video']],
  ['drops text when the press leads to other words', '/', [type('ch type:video'), PRESSED, { link: '/?q=law' }], 'law', ['push /?q=ch']],
  ['drops text when the press leads to a story', '/', [type('type:video'), PRESSED, { link: '/story/a/' }], '', []],
  ['searches for what was typed before hydration', '/', [{ type: 'hydrated', text: 'chips' }], 'chips', ['push /?q=chips']],
  ['ignores hydration of an empty box', '/', [{ type: 'hydrated', text: '' }], '', []],
  ['ignores hydration of the words in the URL', '/?q=ch', [{ type: 'hydrated', text: 'ch' }], 'ch', []],
])('the box %s', (_name, start, steps, text, navigations) => {
  const result = run(start, steps)
  expect(result.text).toBe(text)
  expect(result.navigations).toEqual(navigations)
})

test('navigations are numbered upwards, also when the clock stands still or is set back', () => {
  const { state } = run('/', [type('ch'), type('chip'), PAUSED])
  expect(state.number).toBe(1001)
})
