import { counted } from './en.ts'

/** What pages say about themselves to search engines and link previews, in English. The app never shows it. */
export const descriptions = {
  archiveDescription: (count: number) => `${counted(count, 'story', 'stories')} by month and by topic.`,
  siteDescription: (count: number) => `The latest of ${counted(count, 'story', 'stories')}, by topic, each with a link to the original.`,
  topicDescription: (name: string, count: number) => `${counted(count, 'story', 'stories')} about ${name}, latest first.`,
  monthDescription: (month: string, count: number) => `${counted(count, 'story', 'stories')} from ${month}, latest first.`,
  storyDescription: (provider: string, date: string) => `Published by ${provider} on ${date}.`,
  dayDescription: (day: string, count: number) => `${counted(count, 'story', 'stories')} from ${day}, the most covered first.`,
  threadDescription: (title: string, count: number) => `${counted(count, 'story', 'stories')} since “${title}”, latest first.`,
} as const
