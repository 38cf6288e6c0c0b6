import { expect, test } from 'vitest'
import { toLines } from './project-times.ts'

const files = (project: string, ...seconds: number[]) => seconds.map((each, at) => ({ project, file: `${project}/${at}.test.ts`, seconds: each }))

test('each project is printed with its time and its five slowest files, the slowest first', () => {
  expect(toLines([...files('unit', 1, 2), ...files('browser', 1, 60.04, 3, 4, 5, 6)])).toEqual([
    '    79.0 s browser, 6 files',
    '    60.0 s   browser/1.test.ts',
    '     6.0 s   browser/5.test.ts',
    '     5.0 s   browser/4.test.ts',
    '     4.0 s   browser/3.test.ts',
    '     3.0 s   browser/2.test.ts',
    '     3.0 s unit, 2 files',
    '     2.0 s   unit/1.test.ts',
    '     1.0 s   unit/0.test.ts',
  ])
})
