import { parseFragment, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { canonicalAddress, parseWebAddress } from '../../../src/node/seeds/values/web-address.ts'
import { ACCEPTED_ADDRESSES, ATTACK_HTML, REFUSED_ADDRESSES } from '../../support/attacks.ts'
import { dangersIn } from '../../support/dangers.ts'
import { readOne, seedOf } from '../../support/read-one.ts'

describe('attacks on a body', () => {
  it.each(ATTACK_HTML)('leaves nothing dangerous of %j, however often it is parsed', async (attack) => {
    for (const body of [attack, `Text ${attack} text`, `> - ${attack}`, `<div>${attack}</div>\n\n${attack}`, `|a|\n|-|\n|${attack.replaceAll('\n', ' ')}|`]) {
      const { story, issues } = await readOne(seedOf('', body))
      const html = story?.bodyHtml ?? ''
      if (story === null) expect(issues.length).toBeGreaterThan(0)
      expect(dangersIn(html), html).toEqual([])
      // A second parser finds what the first one wrote.
      const again = serialize(parseFragment(html))
      expect(dangersIn(again), again).toEqual([])
    }
  })
})

describe('addresses', () => {
  it.each(REFUSED_ADDRESSES)('%j is refused', (address) => {
    expect(parseWebAddress(address)).toHaveProperty('problem')
  })

  it.each(ACCEPTED_ADDRESSES)('%j passes as %j', (address, canonical) => {
    const parsed = parseWebAddress(address)
    expect('url' in parsed ? canonicalAddress(parsed.url) : parsed).toBe(canonical)
  })
})
