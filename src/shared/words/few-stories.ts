/** Text for a site with few stories, in English. It is loaded with them, not with every first screen. */
export function fewStories(count: number): string {
  return `This site has ${count === 1 ? '1 story' : `${count} stories`}. Add files to seeds/, or see 300 with npm run demo.`
}
