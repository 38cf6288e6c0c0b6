/** The site's own data: set by the plugin's options, part of the catalog. */
export interface Site {
  /** The site's name, shown in the masthead and in every document title. */
  readonly title: string
  /** What the site is about, in a sentence; absent when its owner says nothing. */
  readonly description?: string
  /** BCP 47 language tag of the interface, e.g. `en` or `de-CH`. */
  readonly language: string
  /** Absolute http(s) address the site is published at, ending in `/`; null when unknown. */
  readonly url: string | null
  /** IANA name of the time zone whose days the site shows; UTC when left out. */
  readonly timeZone?: string
}
