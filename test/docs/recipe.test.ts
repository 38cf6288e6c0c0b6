import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const recipe = readFileSync('CONTRIBUTING.md', 'utf8')

/** What the recipe of CONTRIBUTING.md counts on in a file, and so has to be changed there too. */
it.each([
  ['test/node/seeds/seed-to-story.test.ts', ['storyOf', 'seedOf', 'issuesOf']],
  ['src/node/seeds/values/seed-story.ts', ['SeedStory']],
  ['src/node/seeds/fields/story-fields.ts', ['(fields: Fields)', 'cleanLine(', 'fields.collector', 'fields.text(']],
  ['src/node/seeds/fields/field-names.ts', ['OTHER_FIELDS', 'SEED_FIELDS']],
  ['src/node/stories/merge-duplicates.ts', ['firstOf((seed) => seed.', 'mergeInto']],
  ['test/node/stories/merge-duplicates.test.ts', ['keep the richest seed']],
  ['src/shared/contract/bundle.ts', ['StorySummary', 'BUNDLE_FORMAT']],
  ['src/node/bundle/to-stories.ts', ['fullExcerpt']],
  ['src/client/components/story/story-article.tsx', ['<StoryLine story={summary} ']],
  ['test/client/routes/story.test.tsx', ['await deployed(', 'openApp(', 'seedText(']],
  ['src/node/syndication/types.ts', ['SyndicatedStory']],
  ['src/node/syndication/feed-format.ts', ['FeedItem']],
  ['src/node/syndication/feed-item.ts', ['toFeedItem']],
  ['src/node/syndication/rss.ts', ["textElement('category', "]],
  ['src/node/syndication/atom.ts', ["element('category', { term: "]],
  ['src/node/syndication/json-feed.ts', ['tags: ', 'item.topics.map(({ name }) => name)']],
  ['test/node/syndication/feeds.test.ts', ['syndicateSeeds([full(', 'textsOf(xmlOf(files, ', 'attributesOf(xmlOf(', 'jsonItems(files)', 'hostile text']],
  ['src/shared/contract/page-view.ts', ['PageStory']],
  ['src/shared/meta/json-ld.ts', ['newsArticle', 'articleSection: ', 'story.topics[0]?.name ?? null,']],
  ['test/node/pages/head-html.test.ts', ['STORY', 'headOf(storyView({ ']],
  ['test/support/make-story.ts', ['makeStory']],
  ['src/shared/search/ranking.ts', ['FIELDS', 'FIELD_WEIGHTS']],
])('the recipe of CONTRIBUTING.md names what there is in %s', (file, texts) => {
  const source = readFileSync(file, 'utf8')
  expect(recipe).toContain(`\`${file}\``)
  for (const text of texts) {
    expect(recipe).toContain(text)
    expect(source).toContain(text)
  }
})
