import { readFileSync } from 'node:fs'
import type { HotPayload } from 'vite'
import type { BuildReport } from '../bundle/build-bundle.ts'
import { formatErrors } from '../build/build-summary.ts'
import { codeFrame } from './code-frame.ts'

/** What Vite's overlay shows while seeds are invalid; null when none is. `seedPath` finds an issue's file on disk. */
export function invalidSeedsOverlay(report: BuildReport, seedPath: (file: string) => string): HotPayload | null {
  const first = report.issues.find(({ severity }) => severity === 'error')
  if (first === undefined) return null
  const { file, line, column } = first
  return {
    type: 'error',
    err: {
      message: formatErrors(report).join('\n'),
      stack: '',
      plugin: 'newsfold',
      id: seedPath(file),
      loc: { file, line, column },
      frame: frameOf(seedPath(file), line),
    },
  }
}

/** The seed may have been deleted, or not be text; then there is nothing to show. */
function frameOf(path: string, line: number): string {
  try {
    return codeFrame(readFileSync(path, 'utf8'), line)
  } catch {
    return ''
  }
}
