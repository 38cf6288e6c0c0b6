/** Texts about the user's library, in English. They are loaded with it, not with the first screen. */
import type { ShortcutId } from './shortcut-id.ts'

const shortcuts: Readonly<Record<ShortcutId, string>> = {
  next: 'Next story',
  previous: 'Previous story',
  open: 'Open the story',
  original: 'Open the original',
  save: 'Save the story, or remove it from the saved ones',
  read: 'Mark as read or unread',
  feed: 'Back to the stories',
  nextStory: 'Next story, on a story page',
  previousStory: 'Previous story, on a story page',
  search: 'Search',
  front: 'Front page',
  saved: 'Saved stories',
  archive: 'Archive',
  unread: 'Unread stories',
  known: 'Where the known stories begin',
  filters: 'Filters',
  theme: 'Next theme',
  help: 'Keyboard shortcuts',
}

/** `10:30` for today, a weekday in the last days, otherwise a date. */
function dayOf(time: number): string {
  const date = new Date(time)
  const days = (Date.now() - time) / 86_400_000
  if (date.toDateString() === new Date().toDateString()) return date.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' })
  return date.toLocaleDateString('en', days < 6 ? { weekday: 'long' } : { month: 'long', day: 'numeric', year: 'numeric' })
}

export const libraryWords = {
  read: 'Read',
  unread: 'Unread',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  markedRead: 'Marked as read.',
  markedUnread: 'Marked as unread.',
  save: 'Save',
  saved: 'Saved',
  removeSaved: 'Remove from saved stories',
  isSaved: 'Saved. You find it under Saved stories, also offline.',
  isNotSaved: 'Removed from saved stories.',
  markTheseRead: 'Mark these read',
  markedCount: (count: number) => (count === 1 ? '1 story marked as read.' : `${count} stories marked as read.`),
  undo: 'Undo',
  undone: 'Undone.',
  failed: 'That did not work. Check your connection and try again.',
  unreadIsPrivate: 'Unread stories are known to this device only: a link that you share shows all stories.',
  hidden: (count: number) => `${count} hidden`,
  showMuted: 'Show',
  hideMuted: 'Hide',
  mutedShown: 'Muted stories are shown.',
  myFeed: 'My feed',
  followedTitle: 'My feed',
  nothingFollowed: 'You follow nothing yet. The menu on a story’s card follows its topics and its provider.',
  frontIsMine: 'Open the front page with my feed',
  mutedTitle: 'Muted',
  nothingMuted: 'Nothing is muted. The menu on a story’s card mutes its topics and its provider.',
  wordToMute: 'A word or phrase to mute',
  muteWord: 'Mute',
  remove: 'Remove',
  removeSubject: (name: string) => `Remove ${name}`,
  settings: 'Muted and followed',
  newSince: (count: number, isLeast: boolean, since: number) => `${isLeast ? 'At least ' : ''}${count} new since ${dayOf(since)}`,
  knownFromHere: 'From here on, the stories were there at your last visit.',
  displayTitle: 'Theme and text',
  display: {
    theme: { title: 'Theme', values: { system: 'As the system', light: 'Light', dark: 'Dark', sepia: 'Sepia' } },
    size: { title: 'Text size', values: { smallest: 'Smallest', small: 'Small', medium: 'Medium', large: 'Large', largest: 'Largest' } },
    face: { title: 'Typeface', values: { serif: 'Serif', sans: 'Sans', legible: 'Easy to read' } },
    width: { title: 'Line width', values: { narrow: 'Narrow', medium: 'Medium', wide: 'Wide' } },
  },
  continueWith: (title: string) => `Continue: ${title}`,
  anyTopic: 'Any of these topics',
  more: (title: string) => `More about “${title}”`,
  mute: (name: string) => `Mute ${name}`,
  follow: (name: string) => `Follow ${name}`,
  subjectChanged: {
    muted: { on: (name: string) => `${name} is muted.`, off: (name: string) => `${name} is no longer muted.` },
    followed: { on: (name: string) => `You follow ${name}.`, off: (name: string) => `You no longer follow ${name}.` },
  },
  noSavedStories: 'Nothing is saved yet. Use the bookmark on a story to read it later, also offline.',
  findSaved: 'Find a saved story',
  noSavedFound: 'No saved story contains this.',
  unavailable: (count: number) => (count === 1 ? 'One saved story is not available any more.' : `${count} saved stories are not available any more.`),
  keyboardShortcuts: 'Keyboard shortcuts',
  shortcutsOn: 'Use keyboard shortcuts',
  close: 'Close',
  then: 'then',
  shortcuts,
  library: 'Your library',
  exportLibrary: 'Export as a file',
  importLibrary: 'Import a file',
  imported: 'The file is merged into your library.',
  importErrors: {
    foreign: 'This file is not an exported Newsfold library.',
    newer: 'This file was exported by a newer version of Newsfold. Reload the page, then try again.',
    damaged: 'This file is damaged. Export it again on the other device.',
  },
  forget: 'Forget everything',
  confirmForget: 'Delete all read marks and saved stories on this device? This can’t be undone.',
  forgotten: 'Everything is deleted.',
  statuses: {
    stored: '',
    refused: 'This browser refuses to store data: marks last until you close the page.',
    unsaved: 'The last change could not be stored. The device may be full.',
    newer: 'Your library is from a newer version of Newsfold: changes last until you close the page.',
    damaged: 'Your library was damaged. It was set aside, and a new one begun.',
  },
} as const

export type LibraryWords = typeof libraryWords
