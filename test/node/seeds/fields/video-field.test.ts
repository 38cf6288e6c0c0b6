import { expect, test } from 'vitest'
import { issuesOf, seedOf, storyOf } from '../../../support/read-one.ts'

const YOUTUBE = { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', playerUrl: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ' }
const VIMEO = { url: 'https://vimeo.com/76979871', playerUrl: 'https://player.vimeo.com/video/76979871?dnt=1' }

function iframe(src: string): string {
  return `type: video\nfeaturedContent: ${JSON.stringify(`<p>See</p><iframe width="560" src="${src}" onload="alert(1)"></iframe>`)}`
}

test.each([
  ['https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1&amp;start=3', YOUTUBE],
  ['//www.youtube-nocookie.com/embed/dQw4w9WgXcQ', YOUTUBE],
  ['https://m.youtube.com/watch?app=desktop&amp;v=dQw4w9WgXcQ', YOUTUBE],
  ['https://youtu.be/dQw4w9WgXcQ?t=1', YOUTUBE],
  ['https://youtube.com/shorts/dQw4w9WgXcQ', YOUTUBE],
  ['http://youtube.com/live/dQw4w9WgXcQ', YOUTUBE],
  ['https://player.vimeo.com/video/76979871?h=1', VIMEO],
  ['https://vimeo.com/76979871', VIMEO],
])('a player is known from its address: %s', async (src, video) => {
  expect((await storyOf(seedOf(iframe(src)))).video).toEqual(video)
})

test.each([
  'https://evil.example/https://www.youtube.com/embed/dQw4w9WgXcQ',
  'https://youtube.com.evil.example/embed/dQw4w9WgXcQ',
  'https://evilyoutube.com/embed/dQw4w9WgXcQ',
  'https://www.youtube.com/redirect/dQw4w9WgXcQ',
  'https://www.youtube.com/embed/too-short',
  'https://www.youtube.com:8080/embed/dQw4w9WgXcQ',
  'https://player.vimeo.com/video/76979871x',
])('an address that only looks like a player has none: %s', async (src) => {
  expect((await storyOf(seedOf(iframe(src)))).video).toEqual({ url: src, playerUrl: null })
})

test('the video is a bare address, or else the story’s own', async () => {
  expect((await storyOf(seedOf('type: video\nfeaturedContent: https://youtu.be/dQw4w9WgXcQ'))).video).toEqual(YOUTUBE)
  expect((await storyOf(seedOf('type: video\nwebUrl: https://www.youtube.com/watch?v=dQw4w9WgXcQ'))).video).toEqual(YOUTUBE)
  expect((await storyOf(seedOf('type: video\nwebUrl: https://example.com/v'))).video).toEqual({ url: 'https://example.com/v', playerUrl: null })
  expect((await storyOf(seedOf('webUrl: https://example.com/a'))).video).toBeNull()
})

test('a script in place of an address is reported and ignored', async () => {
  const text = seedOf(`webUrl: https://example.com/v\n${iframe('javascript:alert(1)')}`)
  expect(await issuesOf(text)).toEqual([expect.stringContaining('featuredContent "javascript:alert(1)" is not a web address')])
})

test('deeply nested markup around an iframe does no harm', async () => {
  const html = `${'<div>'.repeat(5000)}<iframe src='https://youtu.be/dQw4w9WgXcQ'>`
  expect((await storyOf(seedOf(`type: video\nfeaturedContent: "${html}"`))).video).toEqual(YOUTUBE)
})
