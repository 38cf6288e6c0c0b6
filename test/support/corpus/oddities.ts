export interface OddTitle {
  readonly title: string
  /** As the crawler writes it. */
  readonly locale?: string
  readonly excerpt?: string
}

/** Titles that no grammar makes: other scripts, signs, lengths. */
export const ODD_TITLES: readonly OddTitle[] = [
  { title: '人工知能が天気予報を変える：気象庁の新しい取り組み', locale: 'ja-jp', excerpt: '数値予報と機械学習を組み合わせることで、局地的な大雨を一時間早く知らせることができるという。' },
  { title: 'Why?' },
  { title: 'الذكاء الاصطناعي يدخل غرف الطوارئ في المستشفيات الكبرى', locale: 'ar', excerpt: 'يقول الأطباء إن النظام الجديد يقرأ صور الأشعة في ثوانٍ، لكن القرار الأخير يبقى للإنسان.' },
  { title: 'Robots | The week in pictures | “What we saw” — and what we didn’t' },
  { title: 'Нейросеть научилась читать рукописи XVII века', locale: 'ru-ru', excerpt: 'Историки надеются прочесть тысячи страниц, которые до сих пор никто не открывал.' },
  { title: '🤖 meets 👩‍🌾: a harvest in emoji' },
  { title: 'He said "learn" and it learned: an interview' },
  {
    title:
      'The long road from a laboratory bench in a basement to the operating theatre, told by the surgeons, engineers, patients and one very patient robot who walked it together over eleven years, four funding crises and a flood',
  },
  { title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft führt künstliche Intelligenz ein', locale: 'de_AT' },
  { title: 'Is 3 < 5 & 7 > 2 safe in a headline?' },
  { title: 'ロボットと暮らす町、三年目の春', locale: 'ja-jp', excerpt: '' },
  { title: 'هل تستطيع الآلة أن تترجم الشعر؟', locale: 'ar', excerpt: 'تجربة في ثلاث مدن تقارن بين ترجمة الشاعر وترجمة الآلة،' },
]

/** `featuredContent` of video stories: two known players and an unknown one. */
export const PLAYERS = [
  '<iframe width="560" height="315" src="https://www.youtube.com/embed/aqz-KE-bpKQ" frameborder="0" allowfullscreen></iframe>',
  '<iframe src="https://player.vimeo.com/video/76979871" width="640" height="360"></iframe>',
  '<iframe src="https://players.strangers.example/embed/1" onload="alert(1)"></iframe>',
] as const

/** Most bodies are plain lines. */
export const BLANK_BODIES = ['\n', '', '\n\n\n   \n\n', '\n'] as const

const REPORT = `## What happened

It began with a **question**[^1] and a short list:

- one robot, borrowed
- two engineers, tired
- a room *without* windows

> It learned faster than we did, and it never asked for coffee.

The core of it fits on a page:

\`\`\`python
def learn(examples):
    return sum(examples) / len(examples)
\`\`\`

| Year | Robots | Trials |
| --- | ---: | ---: |
| 2018 | 1 | 12 |
| 2019 | 8 | 240 |
| 2020 | 40 | 3,100 |

### What comes next

1. A larger room.
2. A [public report](https://reports.example/2020?utm_source=newsletter).
3. ~~A press conference~~ A quiet summer.

![Trials by year](https://images.dead.invalid/chart.png)

[^1]: Asked in spring, by a visiting class.
`

const NOTE = `A short note, in *plain* words: the trial goes on, and its results will be public.

Write to [the team](https://teams.example/contact) with \`questions\`.
`

const INTERVIEW = `**When did you know that it worked?**

When it stopped asking.

**And what did it cost?**

Less than the chairs in this room. The rest is in [the paper](https://papers.example/42)[^cost].

[^cost]: Table 3, “Furniture”.
`

/** Bodies of the few stories that have one. */
export const BODIES = [REPORT, NOTE, INTERVIEW] as const
