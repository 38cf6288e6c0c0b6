import { idOfAddress } from '../../../src/node/seeds/values/story-id.ts'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readOne, storyOf } from '../../support/read-one.ts'

const sample = readFileSync('seeds/000_db4b9f1a9b445236.txt', 'utf8')

test('the sample seed becomes a story, field by field', async () => {
  const { excerpt, id, ...story } = await storyOf(sample, '000_db4b9f1a9b445236.txt')
  expect(excerpt).toMatch(/^Microsoft announced on Tuesday .* Build 2020 developer conference,$/)
  expect(id).toMatch(/^[0-9a-z]{10}$/)
  expect(story).toEqual({
    path: '000_db4b9f1a9b445236.txt',
    url: 'https://www.computing.co.uk/news/4015437/microsoft-builds-huge-cloud-ai-supercomputer-openai',
    slug: 'microsoft-builds-huge-cloud-based-ai-supercomputer-for-pbg9898cou',
    title: 'Microsoft builds huge cloud-based AI supercomputer for OpenAI',
    published: '2020-05-20T08:07:00Z',
    updated: null,
    isExcerptOfBody: false,
    authors: [],
    draft: false,
    provider: { domain: 'computing.co.uk', name: 'Computing' },
    type: 'article',
    topics: ['AI Hardware', 'AI'],
    images: [
      {
        url: 'https://www.computing.co.uk/api/v1/wps/c096680/a58c1446-ff27-40f1-ac9c-39d2f5f9d330/3/openai-azure-370x229.jpg',
        width: 370,
        height: 229,
        caption: null,
        attribution: null,
      },
    ],
    video: null,
    heat: -1,
    quality: 39,
    unpublished: true,
    language: null,
    event: null,
    aliases: [],
    bodyHtml: null,
    coverage: [
      {
        id: idOfAddress('https://www.cnet.com/news/microsoft-builds-massive-supercomputer-for-smarter-ai/'),
        url: 'https://www.cnet.com/news/microsoft-builds-massive-supercomputer-for-smarter-ai/',
        title: 'Microsoft builds massive supercomputer for smarter AI',
        published: '2020-05-19T21:00:00Z',
        provider: { domain: 'cnet.com', name: 'CNET' },
        image: {
          url: 'https://cnet1.cbsistatic.com/img/TEkbzdFayDjsegaDhc8T7JF9qVI=/756x567/2018/11/10/97f08e96-4be4-41b1-acdc-43595379dfe1/llnl-sierra-supercomputer-randy-wong.jpg',
          width: 756,
          height: 567,
          caption: null,
          attribution: null,
        },
        type: 'article',
      },
    ],
  })
})

test('nothing of the field secured is ever shown, not even of an invalid seed', async () => {
  const secret = 'Mtz06TdyXzJnXA4uy0mL'
  const nested = sample.replace('heat: -1', `heat: -1\nextra:\n  secured: ${secret}`)
  const broken = [
    sample.replace('secured: "', 'secured: *'),
    sample.replace('secured: "', 'secured: &'),
    sample.replace('secured: "', 'secured: !'),
    sample.replace('secured: "', 'secured: "\\q'),
    sample.replace('secured: "', 'secured: a: '),
    sample.replace('secured: ', 'secured: x\nsecured: '),
    sample.replace('=="\n---', '=='),
  ]
  for (const text of [sample, nested, ...broken]) {
    expect(JSON.stringify(await readOne(text))).not.toContain(secret.slice(1, 8))
  }
})

test('line ends, a byte order mark and blank lines of the body make no difference', async () => {
  const { id, ...story } = await storyOf(sample)
  for (const text of [sample.replaceAll('\n', '\r\n'), sample.replaceAll('\n', '\r'), `\uFEFF${sample}`, sample + '\n'.repeat(80_000)]) {
    expect(await storyOf(text)).toEqual({ id, ...story })
  }
})

test('a file name may have 140 characters', async () => {
  const path = `2020/${'long-'.repeat(28)}.txt`
  expect((await storyOf(sample, path)).path).toBe(path)
})
