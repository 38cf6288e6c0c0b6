import { CITIES, COMPANIES, PRODUCTS, SCHOOLS } from './names.ts'
import type { Random } from './random.ts'
import type { Theme } from './themes.ts'

/** Who did what, where: what an event's headline and its excerpts agree on. */
export interface News {
  readonly topic: string
  readonly thing: string
  readonly other: string
  readonly company: string
  readonly rival: string
  readonly product: string
  readonly school: string
  readonly who: string
  readonly where: string
  readonly city: string
}

export function pickNews(random: Random, { topic, things, people, places }: Theme): News {
  const [thing, other] = twoOf(random, things)
  const [company, rival] = twoOf(random, COMPANIES)
  const [product, school, city] = [random.pick(PRODUCTS), random.pick(SCHOOLS), random.pick(CITIES)]
  return { topic, thing, other, company, rival, product, school, who: random.pick(people), where: random.pick(places), city }
}

type Template = (news: News, number: number) => string

const HEADLINES: readonly Template[] = [
  ({ company, thing }) => `${company} unveils ${thing}`,
  ({ company, product, thing }) => `${company} launches ${product}, ${thing}`,
  ({ company, product, who }) => `${company} delays ${product} after ${who} complain`,
  ({ company, product, who }) => `${company} opens the code of ${product} to ${who}`,
  ({ company, thing }, number) => `${company} raises $${number} million for ${thing}`,
  ({ company, rival, where }) => `${company} buys ${rival} for its work in ${where}`,
  ({ company, rival, thing }) => `${company} and ${rival} join forces on ${thing}`,
  ({ company, where }) => `Inside ${company}’${company.endsWith('s') ? '' : 's'} plan for ${where}`,
  ({ school, thing }) => `${school} researchers build ${thing}`,
  ({ school, topic, city }) => `${school} opens a centre for ${topic} in ${city}`,
  ({ school, company, thing }) => `${school} and ${company} show ${thing}`,
  ({ city, thing, where }) => `${city} tries ${thing} in ${where}`,
  ({ city, thing }) => `${city} wants ${thing}, whatever it costs`,
  ({ who, city, thing }) => `How ${who} in ${city} put ${thing} to work`,
  ({ who, thing }) => `Why ${who} want more than ${thing}`,
  ({ who, thing }) => `Can ${thing} win over ${who}?`,
  ({ who, thing }) => `“It changed our week”: ${who} on life with ${thing}`,
  ({ who, thing }) => `${capital(who)} ask who answers for ${thing}`,
  ({ who, thing }, number) => `What ${who} learned from ${2 + (number % 10)} months with ${thing}`,
  ({ who, where, city }) => `In ${city}, ${who} and machines share the work in ${where}`,
  ({ thing, other, where }) => `First came ${thing}. Next in ${where}: ${other}`,
  ({ thing, where, who }) => `${capital(thing)} comes to ${where}, and ${who} have questions`,
  ({ thing, city }, number) => `${number} towns around ${city} sign up for ${thing}`,
  ({ thing }) => `The quiet success of ${thing}`,
  ({ thing }) => `Who owns the data behind ${thing}?`,
  ({ product, company }, number) => `Review: ${number} days with ${product} by ${company}`,
  ({ topic }, number) => `${topic}: ${3 + (number % 7)} questions for the summer`,
]

/** A headline as a newspaper might print it. */
export function headline(random: Random, news: News): string {
  return random.pick(HEADLINES)(news, 5 + random.below(90))
}

/** The same news in another paper's words: the same title, or nearly so. */
export function rewordHeadline(title: string, paper: string, nth: number, clean = false): string {
  if (clean) return [title, `${title}: what we know`, `Explained: ${title}`, `Comment: ${title}`][nth % 4] ?? title
  return [title, title, `${title}, report says`, `${title} | ${paper}`, `Update: ${title}`][nth % 5] ?? title
}

const OPENINGS: readonly Template[] = [
  ({ company, thing, where }) => `${company} says that ${thing} is now ready for ${where}, after two years of trials.`,
  ({ who, city, thing }) => `For ${who} in ${city}, ${thing} is no longer a thing of the future.`,
  ({ school, thing }) => `A team at ${school} has shown ${thing}, and others are watching closely.`,
  ({ who, city, thing, other }) => `Last week ${who} met in ${city} to see ${thing} and ${other}.`,
  ({ company, product, thing }) => `With ${product}, ${thing}, ${company} hopes to leave its rivals behind. Not everyone is convinced.`,
]

const SENTENCES: readonly Template[] = [
  ({ school }, number) => `It took four years and ${number * 10} volunteers to get there, says the ${school} group.`,
  ({ who }) => `“We asked ${who} first,” the company says, “and they told us to start small.”`,
  ({ where }, number) => `The plan is to reach ${number} sites in ${where} by the end of the year.`,
  ({ other, who }) => `Critics answer that ${other} would have helped ${who} more, and at a lower price.`,
  ({ city, product }, number) => `In ${city}, ${product} has been running for ${number} days without a fault.`,
]

/** More of a report, for bodies. */
const PARAGRAPHS: readonly Template[] = [
  ({ who, where }) => `In ${where}, the change is easy to see. Where ${who} once waited for days, an answer now comes within the hour, and the backlog of last winter is gone.`,
  ({ company, rival }) => `${company} is not alone. ${rival} has been working on something similar since the spring, and people close to both say that the two have talked about sharing the cost.`,
  ({ school, thing }, number) => `The idea goes back to a student project at ${school}. The first version of ${thing} filled a cellar, needed ${number} volunteers and failed every second day.`,
  ({ city, who }) => `${city} has put money aside for a second year. How it goes on will be decided in September, after ${who} have been heard.`,
  ({ other, where }) => `Whether it is worth the effort is another question. For much of what goes wrong in ${where}, ${other} would be enough, and it can be bought today.`,
  ({ product, company }, number) => `${product} costs about as much as a small car to run for a year. ${company} expects that to fall by ${number} percent as soon as more than a handful of customers have signed.`,
  ({ who }) => `Not all ${who} are pleased. Some fear for their jobs, more of them for the part of the work they like best, and nearly all want to know who answers when it goes wrong.`,
  ({ school, topic }) => `“${topic} has promised this for twenty years,” says a professor at ${school} who was not involved. “What is new is that it is boring. It simply works, most of the time.”`,
  ({ city, where }, number) => `The next test begins in ${city} in autumn, with ${number} sites in ${where} and an outside team that writes down everything that fails.`,
]

/** A body in Markdown: none, a note, a report or a long read. */
export function newsBody(random: Random, news: News): string {
  const length = [0, 0, 2, 3, 5, 9][random.below(6)] ?? 0
  const start = random.below(PARAGRAPHS.length)
  const paragraphs = Array.from({ length }, (_, at) => PARAGRAPHS[(start + at) % PARAGRAPHS.length]?.(news, 5 + random.below(90)) ?? '')
  if (length > 3) paragraphs.splice(2, 0, '## What comes next')
  if (length > 5) paragraphs.splice(5, 0, `> We asked ${news.who} first, and they told us to start small.`, '## Who pays')
  return `\n${paragraphs.join('\n\n')}\n`
}

/** An excerpt as an editor would write it. */
export function standfirst(random: Random, news: News): string {
  const number = 5 + random.below(90)
  const start = random.pick(OPENINGS)(news, number)
  return random.chance(0.5) ? start : `${start} ${random.pick(SENTENCES)(news, number)}`
}

/** An excerpt: a sentence or two, now and then nothing. */
export function excerpt(random: Random, news: News, title: string): string {
  const number = 5 + random.below(90)
  const start = random.pick(OPENINGS)(news, number)
  const more = random.pick(SENTENCES)(news, number)
  const kind = random.below(12)
  if (kind === 0) return ''
  if (kind === 1) return title
  if (kind === 2) return `${start} The work (  ,   and  ) builds on ${news.other} , known from ${news.where} .`
  if (kind < 6) return cutOff(random, `${start} ${more} The announcement came at a conference in ${news.city}, and visitors could try it`)
  return kind < 9 ? `${start} ${more}` : start
}

/** A text that stops in mid-sentence, as crawlers cut it. */
function cutOff(random: Random, text: string): string {
  return text.slice(0, text.indexOf(' ', text.length - 20 - random.below(40)))
}

function twoOf(random: Random, items: readonly string[]): [string, string] {
  const first = random.below(items.length)
  const second = (first + 1 + random.below(items.length - 1)) % items.length
  return [items[first] ?? '', items[second] ?? '']
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
