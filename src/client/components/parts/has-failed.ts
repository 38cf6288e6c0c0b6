/** Whether an image was requested and failed to load. */
export function hasFailed(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth === 0 && image.src !== ''
}
