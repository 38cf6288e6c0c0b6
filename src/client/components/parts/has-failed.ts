/** Whether a picture was asked for and did not come, or is none. */
export function hasFailed(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth === 0 && image.src !== ''
}
