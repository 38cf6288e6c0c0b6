import { expect, test } from 'vitest'
import { linkNotes } from '../../../src/node/stories/link-notes.ts'
import { makeStory } from '../../support/make-story.ts'

const target = makeStory('b', { path: 'notes/2020-05-20-The Note.md', title: 'Its title', aliases: ['/old/address.html', 'Nickname'] })

/** Where a link to a note leads from a story in `notes/`, or the text it becomes. */
function link(note: string): string {
  const story = makeStory('a', { path: 'notes/a.md', bodyHtml: `<p><a data-note="${note}">x</a></p>` })
  return linkNotes([story, target]).stories[0]?.bodyHtml ?? ''
}

test.each(['wiki:2020-05-20-The Note', 'wiki:notes/2020-05-20-the note', 'wiki:its title', 'wiki:Nickname', '2020-05-20-The Note.md', '../notes/2020-05-20-The Note.md', '/notes/2020-05-20-The Note', '/old/address', '/2020/05/20/the note/'])(
  'a link to %s leads to the story of the note',
  (note) => {
    expect(link(note)).toBe(`<p><a href="../${target.slug}/">x</a></p>`)
  },
)

test('a link to a note that is no story becomes text, and only links to files and wikilinks are reported', () => {
  const story = makeStory('a', { path: 'notes/a.md', bodyHtml: '<p><a data-note="wiki:No &#x26; note">x</a> <a data-note="no.md">y</a> <a data-note="/their/path">z</a></p>' })
  const { stories, missing } = linkNotes([story])
  expect(stories[0]?.bodyHtml).toBe('<p><span>x</span> <span>y</span> <span>z</span></p>')
  expect([...missing]).toEqual([['notes/a.md', ['No & note', 'no.md']]])
})

test('of several notes of one name, the one in the linked folder is meant', () => {
  const story = makeStory('a', { path: 'en/a.md', bodyHtml: '<a data-note="wiki:de/b">x</a><a data-note="wiki:b">y</a>' })
  const [de, en] = [makeStory('c', { path: 'de/b.md' }), makeStory('d', { path: 'en/b.md' })]
  expect(linkNotes([story, de, en]).stories[0]?.bodyHtml).toBe(`<a href="../${de.slug}/">x</a><a href="../${en.slug}/">y</a>`)
})
