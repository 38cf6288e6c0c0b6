import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../../src/node/dev/code-frame.ts'

describe('the lines shown around an issue', () => {
  it('are numbered, and its own is marked', () => {
    expect(codeFrame('---\r\ntitle: x\r\nheat: warm\r\n---\r\n', 3)).toBe(
      ['1      | ---', '2      | title: x', '3    > | heat: warm', '4      | ---', '5      | '].join('\n'),
    )
  })

  it.each([
    ['on one line', 'secured: "SECRET"'],
    ['quoted', '"secured": SECRET'],
    ['as a block', 'secured: |\n  SECRET\n  SECRET'],
    ['over several lines', 'secured: "x\nSECRET\n\n SECRET"'],
    ['in another field', 'a:\n  - secured: x\n    SECRET'],
    ['inside braces', 'a: { secured: SECRET }'],
  ])('never show a secured field %s', (_how, field) => {
    const text = `---\n${field}\ntitle: x\n---\n`
    for (let line = 1; line <= text.split('\n').length; line++) expect(codeFrame(text, line)).not.toContain('SECRET')
    expect(codeFrame(text, text.split('\n').indexOf('title: x') + 1)).toContain('title: x')
  })

  it('never show a long run of characters that is no text', () => {
    expect(codeFrame(`x: ${'Ab9+'.repeat(50)}`, 1)).toBe('1    > | x: …')
  })
})
