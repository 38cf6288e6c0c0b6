import { expect, it } from 'vitest'
import { directionOf, directionOfText } from '../../../src/shared/text/direction.ts'

it('knows in which direction a language is written', () => {
  expect(['en', 'ar', 'he', 'fa-IR', 'ur', 'ja', 'az-Arab', 'pa'].map(directionOf)).toEqual(
    ['ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'rtl', 'ltr'],
  )
})

it('reads the direction of a text off its first letter', () => {
  expect(['Plain', '2020: שלום world', '“عربي”', 'GPT-3 في', '', '🤖 42'].map(directionOfText)).toEqual(
    ['ltr', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr'],
  )
})
