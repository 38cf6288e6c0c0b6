import { expect, test } from 'vitest'
import { formatsFor } from '../../../src/shared/text/dates.ts'
import { parseFilter } from '../../../src/shared/filter/feed-filter.ts'
import { filterTitle } from '../../../src/shared/filter/filter-title.ts'
import { wordsFor } from '../../../src/shared/words/words-for.ts'

test.each([
  ['', null],
  ['topic=ai', 'ai'],
  ['topic=ai&q=robots&after=2020-01&before=2020-12', 'robots, 2020 · ai'],
  ['topic=ai&topic=law', 'ai and law'],
  ['after=2019-01-01&before=2020-12-31', '2019 – 2020'],
  ['after=2020-05&before=2020-05', 'May 2020'],
  ['after=2020-05&before=2020-06', 'May 2020 – June 2020'],
  ['after=2020-05', 'from May 2020'],
  ['before=2020-05-02', 'until May 2, 2020'],
  ['not=law&provider=a.example&author=b&type=video&min-heat=5&sort=heat', 'not law, a.example, b, Videos, heat 5 or more, Hottest'],
  ['any=ai&any=b.example&type=video', 'ai or b.example, Videos'],
  ['topic=ai&unread=x', 'Unread · ai'],
  ['q=%22machine+made%22+-art', '"machine made" -art'],
])('the view %s is called %s', (search, title) => {
  const filter = parseFilter(null, new URLSearchParams(search))
  const names = { topics: filter.topics, not: filter.not, any: filter.any, providers: filter.providers, authors: filter.authors }
  expect(filterTitle(filter, names, wordsFor('en'), formatsFor('en'))).toBe(title)
})
