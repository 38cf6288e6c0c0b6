import { describe, expect, it } from 'vitest'
import { explainer, findStories } from '../../../src/node/build/explain-stories.ts'
import { after, makeStory } from '../../support/make-story.ts'

const provider = (name: string) => ({ domain: `${name}.com`, name })
const stories = [
  makeStory('one', { title: 'Ostrava harbour bridge closes after cracks', published: after(0), provider: provider('one') }),
  makeStory('two', { title: 'Cracks close the harbour bridge of Ostrava', published: after(1), provider: provider('two') }),
  makeStory('call-3', { title: 'March 2021 harbour call: cranes and locks', published: after(2), topics: ['Harbours'], provider: provider('three') }),
  makeStory('call-4', { title: 'April 2021 harbour call: cranes and locks', published: after(3), topics: ['Harbours'], provider: provider('three') }),
]
const explain = explainer(stories, 'en', 'seeds')

describe('the explanation of a story', () => {
  it('says what its event has in common', () => {
    expect(explain(0)).toContain('Event: 2 stories')
    expect(explain(0)).toContain('- Cracks close the harbour bridge of Ostrava (seeds/two.md)')
    expect(explain(0)).toMatch(/Compared with the others: similarity 0\.\d\d, 0\.\d\d needed; shared: .*ostrava/)
  })

  it('says what keeps similar stories out of it', () => {
    expect(explain(2)).toContain('Event: none, it stands alone.')
    expect(explain(2)).toMatch(/- April 2021 harbour call.*\n {4}parts of a serial: similarity/)
  })

  it('says what makes others related', () => {
    expect(explain(2)).toMatch(/Related .*\n {2}- \d\.\d\d April 2021 harbour call: cranes and locks \(seeds\/call-4\.md\)\n {4}shared: .*"cranes locks"/)
  })

  it('says what its thread follows, and that another has none', () => {
    const filler = Array.from({ length: 60 }, (_, at) => makeStory(`f${at}`, { title: `Piece ${at}x`, topics: [], published: after(at * 40) }))
    const running = ['opens its glass furnace in Tartu', 'halts the Tartu glass furnace', 'restarts the glass furnace of Tartu'].map((title, at) =>
      makeStory(`l${at}`, { title: `Lumenworks ${title}`, topics: [], published: after(2400 + at * 400) }),
    )
    const explainThread = explainer([...filler, ...running], 'en', 'seeds')
    expect(explainThread(61)).toMatch(/Thread: \/thread\/lumenworks-\S+\/, 3 stories\. Its first two share: .*"glass furnace".*\n {2}- 2020-04-10 Lumenworks opens.*\n {2}\* 2020-04-26 Lumenworks halts/)
    expect(explainThread(0)).toContain('Thread: none.')
  })

  it('is given for a seed, a slug, an address or part of a title', () => {
    const [one] = stories
    for (const query of ['seeds/one.md', './seeds/one.md', 'one.md', one?.slug ?? '', `/story/${one?.slug ?? ''}/`, 'https://example.com/one', 'closes AFTER']) {
      expect(findStories(stories, query, 'seeds'), query).toEqual([0])
    }
    expect(findStories(stories, 'harbour call', 'seeds')).toEqual([2, 3])
    expect(findStories(stories, 'zebra', 'seeds')).toEqual([])
  })
})
