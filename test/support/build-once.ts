import { buildSite } from './build-site.ts'

/** Builds the site in a folder, as a process that a test may kill. */
const { error } = await buildSite(process.argv[2] ?? '', { siteUrl: 'https://news.example/', cards: 'off' })
if (error !== null) throw error
