/**
 * Parts of a browser that jsdom does not have, as a window that is narrow and never scrolled.
 * What they really do is tested in a real browser.
 */
class NeverIntersecting implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}

class NeverResizing implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver = NeverResizing
globalThis.IntersectionObserver = NeverIntersecting
globalThis.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null }) as MediaQueryList
globalThis.scrollTo = () => undefined
