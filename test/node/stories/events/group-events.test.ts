import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeedStory } from '../../../../src/node/seeds/values/seed-story.ts'
import { assembleBundle } from '../../../../src/node/bundle/assemble-bundle.ts'
import { after, changedFiles, listing, makeStory, readStories, SITE } from '../../../support/make-story.ts'

/** Ids of the stories that cover the same event as `seed`. */
function alsoCoveredBy(seed: SeedStory, all: readonly SeedStory[]): string[] {
  return readStories(all)(seed).alsoCoveredBy.map(({ title, id }) => `${title} (${id.replace(/^0+/, '')})`)
}

/** One story per title, each of a source of its own, an hour apart. */
function headlines(...titles: readonly string[]): SeedStory[] {
  return titles.map((headline, at) =>
    makeStory(`s${at}`, { title: headline, published: after(at), provider: { domain: `source${at}.com`, name: `Source ${at}` } }),
  )
}

/** The groups that stories form, as sorted titles; single ones left out. */
function groupsOf(stories: readonly SeedStory[]): string[][] {
  const read = readStories(stories)
  const groups = stories.map((story) => [story.title, ...read(story).alsoCoveredBy.map((other) => other.title)].sort())
  return [...new Set(groups.filter((group) => group.length > 1).map((group) => JSON.stringify(group)))].map((group) => JSON.parse(group) as string[])
}

const title = 'Microsoft builds a supercomputer for OpenAI'

describe('stories on the same event', () => {
  it('know all others of it, newest first, when they list each other under one title', () => {
    const first = makeStory('a', { title, published: after(0) })
    const second = makeStory('b', { title, published: after(1), coverage: [listing(first)] })
    const third = makeStory('c', { title: `${title} | CNET`, published: after(2), coverage: [listing(second)] })
    const all = [third, first, second]
    expect(alsoCoveredBy(first, all)).toEqual([`${title} | CNET (c)`, `${title} (b)`])
    expect(alsoCoveredBy(third, all)).toEqual([`${title} (b)`, `${title} (a)`])
  })

  it('are found when both list a third address', () => {
    const third = listing(makeStory('elsewhere', { title }))
    const [first, second] = [makeStory('a', { title, coverage: [third] }), makeStory('b', { title, coverage: [third] })]
    expect(alsoCoveredBy(first, [first, second])).toHaveLength(1)
  })

  it('are found by what they say when nobody lists the other', () => {
    const stories = headlines(
      'Harbour bridge of Ostrava closes after cracks are found',
      'Cracks found: Ostrava shuts its harbour bridge',
      'Ostrava harbour bridge shut down over cracks',
      'Beekeepers of Ostrava celebrate a record harvest',
    )
    expect(groupsOf(stories)).toEqual([stories.slice(0, 3).map((story) => story.title).sort()])
  })

  it('are found under different headlines when their leads are the same text', () => {
    const lead = 'Lumenworks said on Monday it will open a glass recycling plant in Tartu, creating 140 jobs by the end of next year.'
    const [one, two] = headlines('Lumenworks to open plant in Tartu', '140 jobs: a glass recycler comes to Estonia')
    const stories = [one, two].flatMap((story) => (story === undefined ? [] : [{ ...story, excerpt: lead }]))
    expect(groupsOf(stories)).toHaveLength(1)
  })

  it('stand alone when their titles tell different things, even if one lists the other', () => {
    const first = makeStory('a', { title })
    const second = makeStory('b', { title: 'Why the cloud needs bigger machines', coverage: [listing(first)] })
    expect(alsoCoveredBy(first, [first, second])).toEqual([])
  })

  it.each([
    ['months of a serial', ['March 2021 community call: forms and charts', 'April 2021 community call: forms and charts']],
    ['days of a month', ['Lisbon Rust meetup, June 4th: async and traits', 'Lisbon Rust meetup, June 11th: async and traits']],
    ['parts', ['How we rebuilt the Meridian compiler, part 1', 'How we rebuilt the Meridian compiler, part 2']],
    ['parts in words', ['How we rebuilt the Meridian compiler, part one', 'How we rebuilt the Meridian compiler, part two']],
    ['versions', ['Meridian compiler 5.4 released', 'Meridian compiler 5.5 released']],
    ['weeks', ['Robotics news digest, week 12', 'Robotics news digest, week 13']],
    ['waves', ['Orbit Suite: 2024 release wave 1 overview', 'Orbit Suite: 2024 release wave 2 overview']],
    ['one person alone', ['Ada Marlow opens a vineyard', 'Ada Marlow sued over a yacht']],
    ['one place alone', ['New Zealand bans single-use forks', 'New Zealand elects its youngest mayor']],
  ])('stand alone when they share only the pattern: other %s', (_, titles) => {
    expect(groupsOf(headlines(...titles))).toEqual([])
  })

  it('stand alone when one source uses one pattern for several things', () => {
    const provider = { domain: 'orbit.com', name: 'Orbit' }
    const excerpt = 'In this video we show what is new in the latest release and how to plan and prepare for the coming updates.'
    const titles = ['Orbit Suite | 2024 release wave 2 overview', 'Orbit Suite Portals | 2024 release wave 2 overview', 'Orbit Maps | 2024 release wave 2 overview']
    expect(groupsOf(headlines(...titles).map((story) => ({ ...story, provider, excerpt })))).toEqual([])
  })

  it('stand alone when each is about a person that the other never mentions', () => {
    const excerpts = [
      'Police arrested the receiver Victor Marlow of the Harbour City Gulls early on Sunday, days before the playoff game against Tampa.',
      'The Gulls lineman Daniel Okafor was stopped by the highway patrol in Harbour City. Police arrested him as he failed a sobriety test.',
    ]
    const stories = headlines('Gulls player Marlow arrested on suspicion of drunk driving', 'Gulls player Okafor arrested on suspicion of drunk driving')
    expect(groupsOf(stories.map((story, at) => ({ ...story, excerpt: excerpts[at] ?? '' })))).toEqual([])
    const follow = headlines('Gulls player Marlow arrested on suspicion of drunk driving', 'Gulls player arrested on suspicion of drunk driving')
    expect(groupsOf(follow.map((story) => ({ ...story, excerpt: excerpts[0] ?? '' })))).toHaveLength(1)
  })

  it('stand alone when more than a week lies between them', () => {
    const [one, two] = headlines('Ostrava harbour bridge closes after cracks are found', 'Ostrava harbour bridge closes after cracks are found')
    expect(groupsOf([one, { ...two, published: after(24 * 8) }] as SeedStory[])).toEqual([])
  })

  it('stand alone in another language unless one lists the other', () => {
    const [one, two] = headlines('Lumenworks Tartu Recycling 2024', 'Lumenworks Tartu Recycling 2024') as [SeedStory, SeedStory]
    const german = { ...two, language: 'de' }
    expect(groupsOf([one, german])).toEqual([])
    expect(groupsOf([one, { ...german, coverage: [listing(one)] }])).toHaveLength(1)
  })

  it('are those that seeds put under one name, however little they share', () => {
    const [one, two, three] = headlines('Ostrava harbour bridge closes', 'A commute in turmoil', 'Beekeepers celebrate') as [SeedStory, SeedStory, SeedStory]
    const named = [{ ...one, event: 'bridge' }, { ...two, event: 'bridge', published: after(24 * 60) }, three]
    expect(groupsOf(named)).toEqual([['A commute in turmoil', 'Ostrava harbour bridge closes']])
  })

  it('stand alone where a seed says none or another name, however alike they are', () => {
    const stories = headlines('Ostrava harbour bridge closes after cracks', 'Ostrava harbour bridge closes after cracks found', 'Cracks close Ostrava harbour bridge')
    expect(groupsOf(stories)[0]).toHaveLength(3)
    expect(groupsOf(stories.map((story, at) => ({ ...story, event: at === 1 ? 'none' : null })))[0]).toHaveLength(2)
    expect(groupsOf(stories.map((story, at) => ({ ...story, event: `name-${at}` })))).toEqual([])
  })

  it('are not tied together by a chain of small changes', () => {
    const words = ['anvil', 'birch', 'cobalt', 'dune', 'ember', 'fjord', 'garnet', 'heron', 'indigo', 'jasper', 'kelp', 'lagoon', 'marble', 'nectar']
    const chain = headlines(...words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')))
    for (const group of groupsOf(chain)) {
      const shared = group[0]?.split(' ').filter((word) => group.every((other) => other.includes(word))) ?? []
      expect(shared, group.join(' / ')).not.toEqual([])
    }
  })

  it('never grow into one giant group', () => {
    const chain: SeedStory[] = []
    for (let hour = 0; hour < 120; hour++) {
      const before = chain.at(-1)
      chain.push(makeStory(`s${hour}`, { title, published: after(hour), coverage: before === undefined ? [] : [listing(before)] }))
    }
    const read = readStories(chain)
    for (const story of chain) expect(read(story).alsoCoveredBy.length).toBeLessThan(24)
  })

  it('group in any script', () => {
    const japanese = '人工知能のスーパーコンピュータを公開'
    const first = makeStory('a', { title: japanese })
    const second = makeStory('b', { title: `${japanese}!`, coverage: [listing(first)] })
    const other = makeStory('c', { title: '新しい半導体工場が完成した', coverage: [listing(first)] })
    expect(alsoCoveredBy(first, [first, second, other])).toEqual([`${japanese}! (b)`])
  })

  it('are the same whatever the order of the files', () => {
    const stories = headlines(
      'Harbour bridge of Ostrava closes after cracks are found', 'Meridian compiler 5.4 released', 'Cracks found: Ostrava shuts its harbour bridge',
      'Meridian compiler 5.5 released', 'Ostrava harbour bridge shut down over cracks', 'Beekeepers of Ostrava celebrate a record harvest',
    )
    const expected = groupsOf(stories).sort()
    fc.assert(fc.property(fc.shuffledSubarray(stories, { minLength: stories.length }), (shuffled) => {
      expect(groupsOf(shuffled).sort()).toEqual(expected)
    }))
  })

  it('change their own files and few others when one more comes', () => {
    const stories = Array.from({ length: 300 }, (_, at) =>
      makeStory(`f${at}`, { title: `Item${at} about thing${at % 40} and matter${at % 31}`, topics: [`Topic ${at % 9}`], published: after(at * 5), provider: { domain: `p${at % 20}.com`, name: `P${at % 20}` } }),
    )
    const event = headlines('Ostrava harbour bridge closes after cracks', 'Ostrava shuts harbour bridge: cracks').map((story) => ({ ...story, published: after(1490) }))
    const more = makeStory('more', { title: 'Cracks close the harbour bridge of Ostrava', published: after(1499), provider: { domain: 'more.com', name: 'More' } })
    const [before, now] = [[...stories, ...event], [...stories, ...event, more]].map((all) => assembleBundle(all, SITE, 'v1'))
    if (before === undefined || now === undefined) throw new Error('There are two bundles.')
    const changed = changedFiles(before, now).filter((file) => file.startsWith('data/story/'))
    expect(changed.length).toBeLessThan(0.3 * [...now.storyFiles()].length)
  })
})
