import { createStore, del, getMany, set } from 'idb-keyval'
import type { Story } from '../../shared/contract/bundle.ts'

/** Copies of saved stories, which can be read offline and after the site has removed them. */
export interface SavedStories {
  put(story: Story): Promise<void>
  remove(id: string): Promise<void>
  /** The stored ones among these stories; an empty list when the device refuses. */
  load(ids: readonly string[]): Promise<Story[]>
}

/** Stores saved stories in IndexedDB. `scope` distinguishes the sites of one origin. */
export function savedStories(scope: string): SavedStories {
  const store = createStore(`newsfold-saved ${scope}`, 'stories')
  return {
    // `async`, because a browser without IndexedDB throws at once.
    put: async (story) => set(story.id, story, store),
    remove: async (id) => del(id, store),
    load: async (ids) => {
      try {
        const stories: (Story | undefined)[] = await getMany<Story>([...ids], store)
        return stories.filter((story) => story !== undefined)
      } catch {
        return []
      }
    },
  }
}
