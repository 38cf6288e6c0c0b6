/** Texts of the bar that says what is new, in English. They are loaded with it, not with the first screen. */
export const noticeWords = {
  newStories: 'New stories are available.',
  showNewStories: 'Show them',
  newVersion: 'A new version is available.',
  offline: 'You are offline. Stories you opened before are still available.',
}
