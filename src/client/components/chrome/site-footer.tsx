import type { ReactNode } from 'react'
import { archiveIndexPath, feedFilePath, feedPath, savedPath, siteFiles, type FeedFormat } from '../../../shared/contract/permalinks.ts'
import { pageWords } from '../../../shared/words/pages.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { useSite } from '../contexts/site.ts'
import styles from './site-footer.module.css'

const FORMATS: readonly (readonly [FeedFormat, string])[] = [
  ['rss', 'RSS'],
  ['atom', 'Atom'],
  ['json', 'JSON Feed'],
]

/** Links to the archive, to the user's saved stories and, where the site's address is known, to its syndication feeds. */
export function SiteFooter(): ReactNode {
  const { words } = useLanguage()
  const { url } = useSite()
  return (
    <footer className={styles.footer}>
      <p>
        <a href={hrefTo(archiveIndexPath)}>{words.archive}</a>{' '}
        <a href={hrefTo(savedPath)} data-scripted="">
          {words.savedStories}
        </a>
      </p>
      {url !== null && (
        <p>
          {words.followInFeedReader}{' '}
          {FORMATS.map(([format, name]) => (
            <a key={format} href={hrefTo(feedFilePath(format, feedPath))} data-document="">
              {name}
            </a>
          ))}
          <a href={hrefTo(`/${siteFiles.opml}`)} data-document="">
            {words.allFeeds}
          </a>
        </p>
      )}
      {/* Rendered into the HTML only. */}
      <noscript>{import.meta.env.SSR && <p>{pageWords.needsScripts}</p>}</noscript>
      <p>{words.madeWith}</p>
    </footer>
  )
}
