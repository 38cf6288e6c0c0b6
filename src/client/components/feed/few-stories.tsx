import type { ReactNode } from 'react'
import { useHydrated } from '../contexts/hydrated.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './few-stories.module.css'

const LOCAL_HOSTS = ['localhost', '127.0.0.1']

/** On a local preview only: how to get more stories. */
export function FewStories({ stories }: { stories: number }): ReactNode {
  const { words } = useLanguage()
  const isHydrated = useHydrated()
  if (!isHydrated || !LOCAL_HOSTS.includes(location.hostname)) return null
  return <p className={styles.hint}>{words.fewStories(stories)}</p>
}
