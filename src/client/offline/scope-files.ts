import { cacheKindOf } from '../../shared/contract/cache-policy.ts'
import { worker } from './worker-scope.ts'

/** The folder of scripts and styles; written by the build. */
declare const ASSETS_DIR: string

/** The file an address names, relative to the base path; null for one that is not this reader's. */
export function fileOf(url: string): string | null {
  const { href } = new URL(url)
  const { scope } = worker.registration
  return href.startsWith(scope) ? (href.slice(scope.length).split(/[?#]/)[0] ?? '') : null
}

/** What a file is kept as; null for one that is not. */
export function kindOf(file: string | null): ReturnType<typeof cacheKindOf> {
  return file === null ? null : cacheKindOf(file, ASSETS_DIR)
}

export function isAsset(file: string | null): boolean {
  return kindOf(file) === 'assets'
}
