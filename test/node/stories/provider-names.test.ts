import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../../src/shared/contract/bundle.ts'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import { toTopicSlug } from '../../../src/shared/contract/slug.ts'
import { after, jsonOf, makeStory, readStories, SITE } from '../../support/make-story.ts'

describe('a provider', () => {
  it('has the most frequent name of its domain, or the shortest of equally frequent ones', () => {
    const named = (id: string, domain: string, name: string) => makeStory(id, { provider: { domain, name } })
    const seeds = [
      named('a', 'cnet.com', 'CNET'),
      named('b', 'cnet.com', 'CNET'),
      named('c', 'cnet.com', 'C'),
      named('d', 'bbc.co.uk', 'BBC News Online'),
      named('e', 'bbc.co.uk', 'BBC'),
    ]
    const read = readStories(seeds)
    expect(seeds.map((seed) => read(seed).provider?.name)).toEqual(['CNET', 'CNET', 'CNET', 'BBC', 'BBC'])
  })

  it('keeps its name although more coverage names none, and is called by its domain without any', () => {
    const provider = (domain: string, name = domain) => ({ domain, name })
    const seeds = [
      makeStory('a', { provider: provider('news.example', 'The Daily Example') }),
      makeStory('b', { provider: provider('news.example') }),
      makeStory('c', { provider: provider('news.example') }),
      makeStory('d', { provider: provider('other.example') }),
    ]
    const read = readStories(seeds)
    expect(seeds.map((seed) => read(seed).provider?.name)).toEqual([...Array.from({ length: 3 }, () => 'The Daily Example'), 'other.example'])
  })
})

describe('a topic', () => {
  it('is the same in all spellings and has the most frequent one', () => {
    const seeds = [
      makeStory('a', { topics: ['ai hardware'] }),
      makeStory('b', { topics: ['AI Hardware', 'ai-hardware'] }),
      makeStory('c', { topics: ['AI Hardware'] }),
    ]
    const catalog = jsonOf(assembleBundle(seeds, SITE, 'v1'), 'data/catalog.json') as Catalog
    expect(catalog.topics).toEqual([{ slug: 'ai-hardware', name: 'AI Hardware', stories: 3 }])
  })

  it('comes first on a card when it is the rarest', () => {
    const common = Array.from({ length: 9 }, (_, hour) => makeStory(`s${hour}`, { published: after(hour) }))
    const story = makeStory('last', { published: after(10), topics: ['AI', 'Chips'] })
    expect(readStories([...common, story])(story).topics.map(({ name }) => name)).toEqual(['Chips', 'AI'])
  })

  it('never has a slug that is not allowed as a folder’s name', () => {
    expect(toTopicSlug('CON')).toBe('con-')
    expect(toTopicSlug('con')).toBe('con-')
    expect(toTopicSlug('Con -')).toBe('con-')
    for (const name of ['../../etc/passwd', '.', '..', '...', 'C:\\x', '~', '%2e%2e', '\0', 'x'.repeat(5000), '字'.repeat(400)]) {
      expect(toTopicSlug(name)).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*)?$/u)
      expect(Buffer.byteLength(toTopicSlug(name))).toBeLessThan(250)
    }
  })

  it('may have the name of a property of every JavaScript object', () => {
    const names = ['toString', '__proto__', 'constructor', 'hasOwnProperty']
    const seed = makeStory('constructor', { topics: names, provider: { domain: '__proto__', name: 'valueOf' } })
    const bundle = assembleBundle([seed], SITE, 'v1')
    expect(readStories([seed])(seed).topics.map(({ name }) => name)).toEqual(names)
    for (const slug of ['tostring', 'proto', 'constructor', 'hasownproperty']) {
      expect(jsonOf(bundle, `data/topic/${slug}.json`)).toMatchObject({ slug, stories: 1 })
    }
    expect((jsonOf(bundle, 'data/catalog.json') as Catalog).providers).toEqual([
      { domain: '__proto__', name: 'valueOf', stories: 1 },
    ])
  })
})
