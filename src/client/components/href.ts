/** What a link's `href` says for a permalink, under the base path the site is built for. */
export function hrefTo(path: string): string {
  return import.meta.env.BASE_URL + path.slice(1)
}
