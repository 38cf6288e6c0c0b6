import type { Story, StorySummary, Topic } from './bundle.ts'
import { archiveIndexPath, archivePath, dayPath, feedPath, storyPath, threadPath, topicPath } from './permalinks.ts'

/** What a page's meta tags need to know. Lists are newest first and as long as what the page shows at once. */
export type PageView =
  | { readonly kind: 'front'; readonly stories: readonly PicturedStory[]; readonly count: number }
  | { readonly kind: 'topic'; readonly topic: Topic; readonly stories: readonly PicturedStory[]; readonly count: number }
  /** All months; `count` counts stories. */
  | { readonly kind: 'archive'; readonly stories: readonly ListedStory[]; readonly count: number }
  /** `month` is `YYYY-MM`, UTC; `page` is counted from 1, the oldest; null for the newest. */
  | { readonly kind: 'month'; readonly month: string; readonly page: number | null; readonly stories: readonly ListedStory[]; readonly count: number }
  /** `day` is `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly day: string; readonly stories: readonly ListedStory[]; readonly count: number }
  | { readonly kind: 'thread'; readonly slug: string; readonly title: string; readonly page: number | null; readonly stories: readonly ListedStory[]; readonly count: number }
  /** `previewImage` is the file of its drawn preview image; null without one. */
  | { readonly kind: 'story'; readonly story: PageStory; readonly previewImage: string | null }
  | { readonly kind: 'not-found' }

/** What a list shows of a story. */
export type ListedStory = Pick<StorySummary, 'slug' | 'title'>

/** What a list with pictures shows of a story. */
type PicturedStory = Pick<StorySummary, 'slug' | 'title' | 'image'>

/** What a story's own page says about it. */
export type PageStory = Pick<
  Story,
  'slug' | 'title' | 'excerpt' | 'published' | 'updated' | 'provider' | 'authors' | 'topics' | 'image' | 'originalUrl' | 'language'
>

/** A page's permalink, or null for one that has none. */
export function pathOfView(view: PageView): string | null {
  switch (view.kind) {
    case 'front':
      return feedPath
    case 'topic':
      return topicPath(view.topic.slug)
    case 'archive':
      return archiveIndexPath
    case 'month':
      return archivePath(view.month, view.page)
    case 'day':
      return dayPath(view.day)
    case 'thread':
      return threadPath(view.slug, view.page)
    case 'story':
      return storyPath(view.story.slug)
    case 'not-found':
      return null
  }
}
