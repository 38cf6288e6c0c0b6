import { cacheKindOf } from '../../shared/contract/cache-policy.ts'
import { worker } from './worker-scope.ts'

/** The folder of scripts and styles; defined by the build. */
declare const ASSETS_DIR: string

/** The file a URL names, relative to the worker's scope; null for a URL outside it. */
export function fileOf(url: string): string | null {
  const { href } = new URL(url)
  const { scope } = worker.registration
  return href.startsWith(scope) ? (href.slice(scope.length).split(/[?#]/)[0] ?? '') : null
}

/** The cache a file belongs to; null for a file that is never cached. */
export function kindOf(file: string | null): ReturnType<typeof cacheKindOf> {
  return file === null ? null : cacheKindOf(file, ASSETS_DIR)
}

/** Whether a file is a script or a style of the app. */
export function isAsset(file: string | null): boolean {
  return kindOf(file) === 'assets'
}
