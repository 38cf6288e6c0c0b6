import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { stemmerNameOf } from '../../shared/search/stemmer-names.ts'

/** Where the build puts stemmers: there is one for each language, and a site needs one of them. */
const FOLDER = 'assets/language/'

/** Names a chunk for Vite. */
export function chunkFileNames({ facadeModuleId }: { readonly facadeModuleId?: string | null }): string {
  const isStemmer = facadeModuleId?.includes('/@orama/stemmers/') === true
  return `${isStemmer ? FOLDER : 'assets/'}[name]-[hash].js`
}

/** Whether a file of the app is a stemmer of another language than the site's. */
export function isForeignStemmer(file: string, language: string): boolean {
  if (!file.startsWith(FOLDER)) return false
  const name = stemmerNameOf(language)
  if (name === null) return true
  const own = basename(createRequire(import.meta.url).resolve(`@orama/stemmers/${name}`)).split('.')[0] ?? ''
  return !file.startsWith(`${FOLDER}${own}-`)
}
