/** Texts of a story's page, in English. They are loaded with it, not with the first screen. */
export const storyPageWords = {
  neighbours: 'Next and previous story',
  next: 'Next',
  previous: 'Previous',
  openPicture: 'Show the picture large',
  picture: 'Picture',
  pictureOf: (number: number, count: number) => `${number} of ${count}`,
  previousPicture: 'Previous picture',
  nextPicture: 'Next picture',
  pictureFailed: 'This picture could not be loaded.',
  close: 'Close',
}
