/** What a site says of itself; set by the plugin's options, carried in the catalog. */
export interface Site {
  /** The reader's name, shown in the masthead and in every document title. */
  readonly title: string
  /** BCP 47 language tag of the interface, e.g. `en` or `de-CH`. */
  readonly language: string
  /** Absolute http(s) address the site is published at, ending in `/`; null when not known. */
  readonly url: string | null
}
