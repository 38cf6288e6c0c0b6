import { expect, it } from 'vitest'
import { directionOf, directionOfText } from '../../../src/shared/text/direction.ts'

it('knows in which direction a language is written', () => {
  expect(['en', 'ar', 'he', 'fa-IR', 'ur', 'ja', 'az-Arab', 'pa'].map(directionOf)).toEqual(
    ['ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'rtl', 'ltr'],
  )
})

it('takes the direction of a text from its first letter', () => {
  expect(['Plain', '2020: שלום world', '“عربي”', 'GPT-3 في', '', '🤖 42'].map(directionOfText)).toEqual(
    ['ltr', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr'],
  )
})
