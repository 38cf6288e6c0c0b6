import { expect, test } from 'vitest'
import { foldWords } from '../../../src/shared/search/normalize-words.ts'
import { parseQuery, correctQuery } from '../../../src/shared/search/parse-query.ts'

test.each([
  ['The Café’s naïve ÉCOLE', ['the', 'cafe', 'naive', 'ecole']],
  ["Don't, the robots' rock'n'roll", ['dont', 'the', 'robots', 'rocknroll']],
  ['C++, C# and F#; c++20 but not AC#', ['c++', 'c#', 'and', 'f#', 'c++', '20', 'but', 'not', 'ac']],
  ['東京大学のAI技術', ['東京', '大学', 'の', 'ai', '技術']],
  ['ฉันรักแมว', ['ฉัน', 'รัก', 'แมว']],
  ['Йод, Ελλάδα, 한국어, العربية', ['йод', 'ελλαδα', '한국어', 'العربية']],
  ['ﬁne ２０２０', ['fine', '2020']],
  ['… — !', []],
  ['A ☀️ day, 1️⃣ tip, ❤️', ['a', 'day', '1', 'tip']],
  ['L’intelligence d’IA, dell’arte', ['l', 'intelligence', 'd', 'ia', 'dell', 'arte']],
  ['TESLA’S комп’ютер, компʼютер', ['tesla', 'компютер', 'компютер']],
  ['iPhone™ intelli\xadgence', ['iphone', 'intelligence']],
  ['STRASSE Straße IŞIK ışık Łódź Malmø Đà Æon Ħal Þórður', ['strasse', 'strasse', 'isik', 'isik', 'lodz', 'malmo', 'da', 'aeon', 'hal', 'thordur']],
  ['ΚΌΣΜΟΣ κόσμος العـــربية الْعَرَبِيَّة שָׁלוֹם', ['κοσμοσ', 'κοσμοσ', 'العربية', 'العربية', 'שלום']],
  ['ג\'ינס ג׳ינס \ufb2a\u05c1לום שלום رحمٰن', ['גינס', 'גינס', 'שלום', 'שלום', 'رحمن']],
  ['cafe\xad\u0301 रा\u200dज', ['cafe', 'राज']],
  ['Ki\u2060wi ze\u200bro \u202eleft\u202c', ['kiwi', 'zero', 'left']],
  ['ΑΘΗΝΑ Αθήνα, Ёлка елка, أحمد احمد', ['αθηνα', 'αθηνα', 'елка', 'елка', 'احمد', 'احمد']],
  ['กรุงเทพมหานครทำงาน', ['กรุงเทพมหานคร', 'ทำงาน']],
  ['x'.repeat(100), ['x'.repeat(64)]],
])('the words of %s', (text, words) => {
  expect(foldWords(text)).toEqual(words)
})

const word = (text: string) => ({ kind: 'word', words: [text] })
const prefix = (text: string) => ({ kind: 'prefix', words: [text] })
const phrase = (...words: string[]) => ({ kind: 'phrase', words })
const unspaced = (...words: string[]) => ({ kind: 'unspaced', words })

test.each([
  ['Robot arm', [word('robot'), prefix('arm')], []],
  ['robot "the Arm"', [word('robot'), phrase('the', 'arm')], []],
  ['robot “the arm', [word('robot'), phrase('the', 'arm')], []],
  ['-robot arm', [prefix('arm')], [word('robot')]],
  ['arm -robot', [word('arm')], [word('robot')]],
  ['-"red robot" -machine-made', [], [phrase('red', 'robot'), phrase('machine', 'made')]],
  ['example.com', [word('example'), prefix('com')], []],
  ['well-known"the arm"C#', [word('well'), word('known'), phrase('the', 'arm'), prefix('c#')], []],
  ['- "" -" … --', [], []],
  ['東', [prefix('東')], []],
  ['東京大学', [unspaced('東京', '大学')], []],
  ['東京大学 AI技術', [word('東京'), word('大学'), word('ai'), unspaced('技術')], []],
  ['"東京大学" -東京大学', [phrase('東京', '大学')], [phrase('東京', '大学')]],
])('%s is parsed', (text, required, excluded) => {
  expect(parseQuery(text)).toEqual({ required, excluded })
})

test('a corrected query keeps quotes and exclusions', () => {
  const corrections = new Map([['robto', 'robot']])
  expect(correctQuery('the Robto "a robto" -robto', corrections)).toBe('the robot "a robot" -robto')
})
