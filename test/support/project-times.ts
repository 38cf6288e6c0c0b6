import type { Reporter, TestModule } from 'vitest/node'

/** How many of a project's files are named. */
const NAMED = 5

/** Prints how long each project's files took, and its slowest ones, at the end of a run. */
export default class ProjectTimes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = toLines(modules.map((module) => ({ project: module.project.name, file: module.relativeModuleId, seconds: secondsOf(module) })))
    // After the summary that the default reporter prints at the same moment.
    process.on('exit', () => void process.stdout.write(lines.map((line) => `${line}\n`).join('')))
  }
}

interface FileTime {
  readonly project: string
  /** From the project's root. */
  readonly file: string
  readonly seconds: number
}

/** Each project, the slowest first, with the sum of its files' times and below it the files that took longest. */
export function toLines(times: readonly FileTime[]): string[] {
  const projects = [...new Set(times.map(({ project }) => project))].map((project) => {
    const files = times.filter((file) => file.project === project)
    return { project, files, seconds: files.reduce((sum, { seconds }) => sum + seconds, 0) }
  })
  return projects.sort(bySeconds).flatMap(({ project, files, seconds }) => [
    `${format(seconds)} ${project}, ${files.length === 1 ? '1 file' : `${files.length} files`}`,
    ...[...files].sort(bySeconds).slice(0, NAMED).map(({ file, seconds }) => `${format(seconds)}   ${file}`),
  ])
}

function bySeconds(a: { readonly seconds: number }, b: { readonly seconds: number }): number {
  return b.seconds - a.seconds
}

function format(seconds: number): string {
  return `${seconds.toFixed(1).padStart(8)} s`
}

/** A file's time from loading its environment to its last test, in seconds. */
function secondsOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic()
  return (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1000
}
