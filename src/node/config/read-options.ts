/** Whether `03/04/2020` is 3 April or March 4; null to refuse such dates. */
export type DateOrder = 'dmy' | 'mdy' | null

/** What becomes of a seed without any date: left out, or dated by its file's modification time or its first commit. */
export type Undated = 'skip' | 'file-time' | 'git'

/** Whether pages load the pictures of other hosts from there, or the build keeps them as files of the site. */
export type ImagesSetting = 'link' | 'keep'

/** Options that decide how a seed is read. */
export interface ReadOptions {
  readonly dates: DateOrder
  readonly undated: Undated
  readonly images: ImagesSetting
}

export const DEFAULT_READ_OPTIONS: ReadOptions = { dates: null, undated: 'skip', images: 'link' }
