import { describe, expect, it } from 'vitest'
import { after, listing, makeStory, picture, readStories } from '../../support/make-story.ts'

const logo = picture('https://example.com/logo.png')
const photo = picture('https://example.com/photo.jpg')
const titles = ['Chips get smaller', 'Robots learn to walk', 'A court rules on faces']

describe('an image', () => {
  it('on three stories of one provider is its logo, and the next picture is shown', () => {
    const seeds = titles.map((title, at) => makeStory(`s${at}`, { title, images: at === 0 ? [logo, photo] : [logo] }))
    const read = readStories(seeds)
    expect(seeds.map((seed) => read(seed).image?.url)).toEqual([photo.url, undefined, undefined])
    expect(seeds.map((seed) => read(seed).images.length)).toEqual([1, 0, 0])
  })

  it('on two stories, or on three of different providers, is a photograph', () => {
    const two = titles.slice(0, 2).map((title, at) => makeStory(`s${at}`, { title, images: [logo] }))
    expect(two.map((seed) => readStories(two)(seed).image?.url)).toEqual([logo.url, logo.url])
    const agency = titles.map((title, at) =>
      makeStory(`s${at}`, { title, images: [photo], provider: { domain: `p${at}.com`, name: 'P' } }),
    )
    expect(agency.map((seed) => readStories(agency)(seed).image?.url)).toEqual([photo.url, photo.url, photo.url])
  })

  it('on three stories of one event is a photograph', () => {
    const first = makeStory('a', { title: titles[0] ?? '', images: [photo] })
    const others = ['b', 'c'].map((name, at) =>
      makeStory(name, { title: titles[0] ?? '', published: after(at), images: [photo], coverage: [listing(first)] }),
    )
    expect(readStories([first, ...others])(first).image?.url).toBe(photo.url)
  })

  it('smaller than 100 pixels both ways is an icon', () => {
    const icon = { ...picture('https://example.com/i.png'), width: 64, height: 64 }
    const banner = { ...picture('https://example.com/b.png'), width: 600, height: 90 }
    const unknown = { ...picture('https://example.com/u.png'), width: null, height: 10 }
    const seed = makeStory('a', { images: [icon, banner, unknown] })
    expect(readStories([seed])(seed).images.map(({ url }) => url)).toEqual([banner.url, unknown.url])
  })
})
