import type { SourceResult } from './import-sources.ts'
import type { ImportCounts } from './write-seeds.ts'

/** What became of one source, in one line. */
export function formatResult(result: SourceResult, toName: (folder: string) => string): string {
  switch (result.kind) {
    case 'failed':
      return `${result.source}: not imported, because ${result.reason}.`
    case 'not-modified':
      return `${result.source}: nothing new since the last import.`
    case 'imported': {
      const { counts, lost } = result.written
      const undated = counts.undated === 0 ? '' : ` ${counted(counts.undated, 'item')} without a readable date: dated by the feed or the import.`
      const notKept = lost.size === 0 ? '' : ` Not kept: ${[...lost].map(([kind, items]) => `${kind} (${counted(items, 'item')})`).join(', ')}.`
      const cut = result.isCut ? ' The feed breaks off: what follows its last whole item is left out.' : ''
      return `${result.source}: ${formatCounts(counts)} in ${toName(result.folder)}.${cut}${undated}${notKept}`
    }
  }
}

/** What became of all sources and items, in one line whose counts add up. */
export function formatImport(results: readonly SourceResult[]): string {
  const imported = results.flatMap((result) => (result.kind === 'imported' ? result.written.counts : []))
  const total: ImportCounts = { items: 0, added: 0, updated: 0, unchanged: 0, kept: 0, skipped: 0, undated: 0 }
  for (const counts of imported) for (const [name, value] of Object.entries(counts)) total[name as keyof ImportCounts] += value as number
  const failed = results.filter(({ kind }) => kind === 'failed').length
  const parts = [`${imported.length} imported`, `${results.length - imported.length - failed} not modified`, `${failed} failed`]
  return `${counted(results.length, 'source')}: ${parts.join(', ')}. ${formatCounts(total)}.`
}

function formatCounts({ items, added, updated, unchanged, kept, skipped }: ImportCounts): string {
  const parts = [`${added} new`, `${updated} updated`, `${unchanged} unchanged`]
  if (kept > 0) parts.push(`${kept} left as you changed or deleted them`)
  if (skipped > 0) parts.push(`${skipped} skipped as empty or repeated`)
  return `${counted(items, 'item')}: ${parts.join(', ')}`
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
