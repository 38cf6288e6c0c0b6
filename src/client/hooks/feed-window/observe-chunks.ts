/**
 * How far outside the window a block counts as near, in pixels. Before the reader first scrolls only
 * what is seen counts: the first screen asks for nothing it does not show.
 */
const MARGIN = 1200

/** What the blocks of a feed report. */
interface Listener {
  /** A block has come near the window, or left. */
  onCross(): void
  /** Blocks have another size than before. */
  onResize(blocks: readonly Element[]): void
}

/** Watches the blocks of a feed without any work while nothing happens to them. */
export interface ChunkObserver {
  /** For `ref` of a block. */
  readonly watch: (block: Element) => () => void
  /** Pixels beyond the window that count as near. */
  margin(): number
  /** Starts to report. Returns how to stop. */
  connect(listener: Listener): () => void
}

/** A watcher; it rests until it is connected. */
export function createChunkObserver(): ChunkObserver {
  const blocks = new Set<Element>()
  let margin = 0
  let nearing: IntersectionObserver | null = null
  let sizes: ResizeObserver | null = null
  return {
    watch(block) {
      blocks.add(block)
      nearing?.observe(block)
      sizes?.observe(block)
      return () => {
        blocks.delete(block)
        nearing?.unobserve(block)
        sizes?.unobserve(block)
      }
    },
    margin: () => margin,
    connect(listener) {
      const look = () => {
        nearing?.disconnect()
        nearing = new IntersectionObserver(() => listener.onCross(), { rootMargin: `${margin}px 0px` })
        for (const block of blocks) nearing.observe(block)
      }
      const widen = () => {
        margin = MARGIN
        look()
      }
      if (scrollY > 0) margin = MARGIN
      look()
      if (margin === 0) addEventListener('scroll', widen, { once: true, passive: true })
      sizes = new ResizeObserver((entries) => listener.onResize(entries.map(({ target }) => target)))
      for (const block of blocks) sizes.observe(block)
      return () => {
        removeEventListener('scroll', widen)
        nearing?.disconnect()
        sizes?.disconnect()
        nearing = sizes = null
      }
    },
  }
}
