import { describe, expect, it } from 'vitest'
import { readPort, readSettings } from '../../../src/node/config/options.ts'

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings({}, {})).toEqual({
      seeds: 'seeds',
      site: { title: 'Newsfold', language: 'en', url: null },
      unpublished: 'show',
      invalid: 'fail',
      allowEmpty: false,
      read: { dates: null, undated: 'skip', images: 'link' },
      allowPrivate: false,
      defaults: { provider: null, ignoredTopics: [] },
      cards: 'auto',
      offline: 'on',
    })
  })

  it('come from the environment first, then from the options', () => {
    const options = { seeds: 'a', title: 'A', unpublished: 'hide' } as const
    const env = { NEWSFOLD_SEEDS: 'b', NEWSFOLD_INVALID: 'skip', NEWSFOLD_TITLE: '' }
    expect(readSettings(options, env)).toMatchObject({
      seeds: 'b',
      site: { title: 'A' },
      unpublished: 'hide',
      invalid: 'skip',
    })
  })

  it('name the site’s own provider and the topics to leave out', () => {
    const env = { NEWSFOLD_PROVIDER: 'The Blog, Inc., WWW.Blog.example', NEWSFOLD_IGNORE_TOPICS: 'clippings, , To do', NEWSFOLD_DATES: 'dmy' }
    expect(readSettings({}, env)).toMatchObject({
      defaults: { provider: { name: 'The Blog, Inc.', domain: 'blog.example' }, ignoredTopics: ['clippings', 'To do'] },
      read: { dates: 'dmy' },
    })
  })

  it('write the site address with a slash at its end and the language in its usual form', () => {
    const { site } = readSettings({ siteUrl: 'https://Example.org/news', description: ' All about robots. ' }, { NEWSFOLD_LANGUAGE: 'DE-ch' })
    expect(site).toEqual({ title: 'Newsfold', url: 'https://example.org/news/', language: 'de-CH', description: 'All about robots.' })
  })

  it.each([
    [{ NEWSFOLD_INVALID: 'ignore' }, 'NEWSFOLD_INVALID is "ignore", but must be "fail" or "skip".'],
    [{ NEWSFOLD_CARDS: 'yes' }, 'NEWSFOLD_CARDS is "yes", but must be "auto", "on", or "off".'],
    [{ NEWSFOLD_PROVIDER: 'The Blog' }, 'must be a name and a domain, such as "The Blog, blog.example"'],
    [{ NEWSFOLD_UNPUBLISHED: 'yes' }, 'NEWSFOLD_UNPUBLISHED is "yes", but must be "show" or "hide".'],
    [{ NEWSFOLD_SITE_URL: 'example.org' }, 'must be an absolute http(s) address'],
    [{ NEWSFOLD_SITE_URL: 'javascript:alert(1)' }, 'must be an absolute http(s) address'],
    [{ NEWSFOLD_LANGUAGE: 'en_US' }, 'must be a BCP 47 language tag'],
  ])('refuse %o in one line that says what is allowed', (env, message) => {
    expect(() => readSettings({}, env)).toThrow(message)
  })

  it('name the option that has a wrong value', () => {
    expect(() => readSettings({ siteUrl: 'nowhere' }, {})).toThrow('The option siteUrl is "nowhere"')
  })
})

describe('the port', () => {
  it('is a whole number up to 65535, or the default', () => {
    expect([readPort(undefined, 4173), readPort('', 4173), readPort('8080', 4173)]).toEqual([4173, 4173, 8080])
    for (const wrong of ['0', '65536', '80.5', 'http', '-1', '1e3']) {
      expect(() => readPort(wrong, 4173)).toThrow(`PORT is "${wrong}"`)
    }
  })
})
