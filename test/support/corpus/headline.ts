import type { Random } from './random.ts'
import { COMPANIES, DOINGS, ODD_TITLES, PEOPLE, PLACES, SCHOOLS, THINGS } from './vocabulary.ts'

/** One headline in so many is an odd one. */
const ODD = 17

/** A headline as a newspaper might print it. */
export function headline(random: Random, index: number): string {
  if (index % ODD === ODD - 1) return ODD_TITLES[Math.floor(index / ODD) % ODD_TITLES.length] ?? 'Why?'
  const [company, other] = [random.pick(COMPANIES), random.pick(COMPANIES)]
  return random.pick([
    () => `${company} unveils ${random.pick(THINGS)}`,
    () => `${random.pick(PEOPLE)} ${random.pick(DOINGS)}`,
    () => `Researchers at ${random.pick(SCHOOLS)} build ${random.pick(THINGS)}`,
    () => `How ${company} brought machine learning to ${random.pick(PLACES)}`,
    () => `What ${random.pick(PLACES)} can learn from ${random.pick(PLACES)}`,
    () => `${company} and ${other} join to put models into ${random.pick(PLACES)}`,
    () => `Opinion: ${random.pick(PEOPLE).toLowerCase()} are right about ${random.pick(THINGS).replace(/^an? /, 'the ')}`,
    () => `${company} raises $${5 + random.below(95)}m for ${random.pick(THINGS)}`,
  ])()
}

/** The same news in another paper's words: nearly the same title. */
export function retold(title: string, telling: number): string {
  return telling % 3 === 0 ? title : telling % 3 === 1 ? `${title}, report says` : `${title} – live`
}

/** What stands under a headline; now and then nothing, or the crawler's damage. */
export function excerpt(random: Random, title: string): string {
  const start = `${random.pick(PEOPLE)} in ${random.pick(PLACES)} ${random.pick(DOINGS)}, and ${random.pick(COMPANIES)} has an answer.`
  const more = `It took ${2 + random.below(9)} years and ${random.pick(THINGS)} to get there, says a team at ${random.pick(SCHOOLS)}.`
  switch (random.below(8)) {
    case 0:
      return ''
    case 1:
      return `${start} The work (  ,   and  ) builds on ${random.pick(THINGS)} , first shown in spring.`
    case 2:
      return `${start} ${more} The announcement came at a conference in`
    case 3:
      return title
    default:
      return `${start} ${more}`
  }
}
