import type { Site } from '../../shared/contract/site.ts'
import type { ImagesSetting, ReadOptions, Undated } from './read-options.ts'
import { userError } from '../lib/user-error.ts'

/** Whether preview images are drawn; `auto` draws them for small sites only. */
export type PreviewImagesSetting = 'auto' | 'on' | 'off'

/** The plugin's options. Each has an environment variable, which wins over what is written here. */
export interface NewsfoldOptions {
  /** Folder of seeds, relative to Vite's root or absolute. `NEWSFOLD_SEEDS`; `seeds` when left out. */
  readonly seeds?: string
  /** Absolute http(s) address the site will be published at. `NEWSFOLD_SITE_URL`; unknown when left out. */
  readonly siteUrl?: string
  /** The site's name. `NEWSFOLD_TITLE`; `Newsfold` when left out. */
  readonly title?: string
  /** What the site is about, in a sentence. `NEWSFOLD_DESCRIPTION`; a sentence with the number of stories when left out. */
  readonly description?: string
  /** BCP 47 tag of the interface's language. `NEWSFOLD_LANGUAGE`; `en` when left out. */
  readonly language?: string
  /** IANA name of the time zone whose days the site shows, such as `Europe/Zurich`. `NEWSFOLD_TIME_ZONE`; UTC when left out. */
  readonly timeZone?: string
  /** What happens to seeds with `published: false`. `NEWSFOLD_UNPUBLISHED`; `show` when left out. */
  readonly unpublished?: 'show' | 'hide'
  /** Whether a build with invalid seeds fails or goes without them. `NEWSFOLD_INVALID`; `fail` when left out. */
  readonly invalid?: 'fail' | 'skip'
  /** Whether a build without any story makes an empty site, instead of failing. `NEWSFOLD_ALLOW_EMPTY`; `false` when left out. */
  readonly allowEmpty?: boolean
  /** Order of day and month in dates such as 03/04/2020; `none` refuses them. `NEWSFOLD_DATES`; `none` when left out. */
  readonly dates?: 'none' | 'dmy' | 'mdy'
  /** What becomes of seeds without a date: left out, or dated by their file's time or first commit. `NEWSFOLD_UNDATED`; `skip` when left out. */
  readonly undated?: Undated
  /** Provider of the seeds that have none, as `Name, domain`. `NEWSFOLD_PROVIDER`; none when left out. */
  readonly provider?: string
  /** Topics to leave out, separated by commas. `NEWSFOLD_IGNORE_TOPICS`; none when left out. */
  readonly ignoreTopics?: string
  /** Whether pages load the pictures of other hosts from there, or the build fetches each once and keeps it. `NEWSFOLD_IMAGES`; `link` when left out. */
  readonly images?: ImagesSetting
  /** Whether the build may fetch pictures from private addresses, such as 127.0.0.1. `NEWSFOLD_ALLOW_PRIVATE`; `false` when left out. */
  readonly allowPrivate?: boolean
  /** Whether preview images are drawn for stories without a suitable picture. `NEWSFOLD_CARDS`; `auto` when left out. */
  readonly cards?: PreviewImagesSetting
  /** Whether the app and the stories read so far work offline; `off` also uninstalls an earlier service worker. `NEWSFOLD_OFFLINE`; `on` when left out. */
  readonly offline?: 'on' | 'off'
}

/** What applies to seeds that say nothing else. */
export interface SiteDefaults {
  /** The domain is in lower case. */
  readonly provider: { readonly name: string; readonly domain: string } | null
  readonly ignoredTopics: readonly string[]
}

export interface Settings {
  readonly seeds: string
  readonly site: Site
  readonly unpublished: 'show' | 'hide'
  readonly invalid: 'fail' | 'skip'
  readonly allowEmpty: boolean
  readonly read: ReadOptions
  readonly allowPrivate: boolean
  readonly defaults: SiteDefaults
  readonly cards: PreviewImagesSetting
  readonly offline: 'on' | 'off'
}

/** The checked settings from options and environment; throws a user error that says what is allowed. */
export function readSettings(options: NewsfoldOptions, env: Readonly<Record<string, string | undefined>>): Settings {
  /** The value, and the name for error messages; an empty variable counts as unset. */
  const pick = (variable: string, option: keyof NewsfoldOptions): [string | undefined, string] => {
    const value = env[variable]
    return value === undefined || value === '' ? [options[option]?.toString(), `The option ${option}`] : [value, variable]
  }
  const timeZone = readTimeZone(...pick('NEWSFOLD_TIME_ZONE', 'timeZone'))
  const description = pick('NEWSFOLD_DESCRIPTION', 'description')[0]?.trim()
  const dates = readChoice(...pick('NEWSFOLD_DATES', 'dates'), ['none', 'dmy', 'mdy'])
  return {
    seeds: pick('NEWSFOLD_SEEDS', 'seeds')[0] ?? 'seeds',
    site: {
      title: pick('NEWSFOLD_TITLE', 'title')[0]?.trim() || 'Newsfold',
      ...(description !== undefined && description !== '' && { description }),
      language: readLanguage(...pick('NEWSFOLD_LANGUAGE', 'language')),
      url: readUrl(...pick('NEWSFOLD_SITE_URL', 'siteUrl')),
      ...(timeZone === 'UTC' ? {} : { timeZone }),
    },
    unpublished: readChoice(...pick('NEWSFOLD_UNPUBLISHED', 'unpublished'), ['show', 'hide']),
    invalid: readChoice(...pick('NEWSFOLD_INVALID', 'invalid'), ['fail', 'skip']),
    allowEmpty: readChoice(...pick('NEWSFOLD_ALLOW_EMPTY', 'allowEmpty'), ['false', 'true']) === 'true',
    read: {
      dates: dates === 'none' ? null : dates,
      undated: readChoice(...pick('NEWSFOLD_UNDATED', 'undated'), ['skip', 'file-time', 'git']),
      images: readChoice(...pick('NEWSFOLD_IMAGES', 'images'), ['link', 'keep']),
    },
    allowPrivate: readChoice(...pick('NEWSFOLD_ALLOW_PRIVATE', 'allowPrivate'), ['false', 'true']) === 'true',
    defaults: {
      provider: readProvider(...pick('NEWSFOLD_PROVIDER', 'provider')),
      ignoredTopics: (pick('NEWSFOLD_IGNORE_TOPICS', 'ignoreTopics')[0] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== ''),
    },
    cards: readChoice(...pick('NEWSFOLD_CARDS', 'cards'), ['auto', 'on', 'off']),
    offline: readChoice(...pick('NEWSFOLD_OFFLINE', 'offline'), ['on', 'off']),
  }
}

function readProvider(value: string | undefined, name: string): SiteDefaults['provider'] {
  if (value === undefined) return null
  const [, provider, domain] = /^\s*(\S.*?)\s*,\s*((?:[a-z0-9-]+\.)+[a-z0-9-]+)\s*$/i.exec(value) ?? []
  if (provider !== undefined && domain !== undefined) return { name: provider, domain: domain.toLowerCase().replace(/^www\./, '') }
  throw userError(`${name} is ${quote(value)}, but must be a name and a domain, such as "The Blog, blog.example".`)
}

/** A port from the environment, `fallback` when there is none; throws a user error for anything but 1 to 65535. */
export function readPort(value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port >= 1 && port <= 65_535) return port
  throw userError(`PORT is ${quote(value)}, but must be a whole number from 1 to 65535, such as 4173.`)
}

function readChoice<T extends string>(value: string | undefined, name: string, allowed: readonly [T, T, ...T[]]): T {
  if (value === undefined) return allowed[0]
  const choice = allowed.find((one) => one === value)
  if (choice !== undefined) return choice
  const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(allowed.map((one) => `"${one}"`))
  throw userError(`${name} is ${quote(value)}, but must be ${list}.`)
}

function readLanguage(value: string | undefined, name: string): string {
  try {
    return Intl.getCanonicalLocales(value ?? 'en')[0] ?? 'en'
  } catch {
    throw userError(`${name} is ${quote(value)}, but must be a BCP 47 language tag, such as "en" or "de-CH".`)
  }
}

function readTimeZone(value: string | undefined, name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    throw userError(`${name} is ${quote(value)}, but must be the name of a time zone, such as "Europe/Zurich".`)
  }
}

function readUrl(value: string | undefined, name: string): string | null {
  if (value === undefined) return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !/^https?:\/\//i.test(value) || url.search !== '' || url.hash !== '') {
    throw userError(`${name} is ${quote(value)}, but must be an absolute http(s) address, such as "https://example.org/news/".`)
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

function quote(value: string | undefined): string {
  return value === undefined ? 'undefined' : JSON.stringify(value)
}
