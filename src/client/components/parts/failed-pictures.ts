/** Whether the pictures of each host loaded during this visit. */
const hosts = new Map<string, boolean>()

/** Records that a picture loaded or failed. One that loaded proves that its host works. */
export function recordPicture(url: string, hasLoaded: boolean): void {
  const host = hostOf(url)
  if (hosts.get(host) !== true) hosts.set(host, hasLoaded)
}

/** Whether pictures of this URL's host were requested during this visit and none loaded. */
export function isHostFailing(url: string): boolean {
  return hosts.get(hostOf(url)) === false
}

/** Whether an image was requested and failed to load. */
export function hasFailed(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth === 0 && image.src !== ''
}

function hostOf(url: string): string {
  return url.split('/', 3).join('/')
}
