import { expect, test } from 'vitest'
import { addProfile, sourcesOf, stageOf, type Stage } from './measure-stages.ts'

test('a line of a bundle belongs to the source named above it, and a source to the stage of its folder', () => {
  const lines = sourcesOf('import "x"\n// src/node/seeds/yaml.ts\n// Why.\nread()\n// src/node/lib/once.ts\nonce()')
  expect([lines[0], lines[2], lines[5]]).toEqual(['', 'src/node/seeds/yaml.ts', 'src/node/lib/once.ts'])
  expect([lines[2], lines[5], 'src/node/search/terms.ts'].map((source) => stageOf(source ?? ''))).toEqual(['read', null, 'index'])
})

test('time counts for the nearest caller with a stage, and idle time for none', () => {
  const frame = (functionName: string) => ({ functionName, url: '', lineNumber: 0 })
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2, 5] },
    { id: 2, callFrame: frame('read'), children: [3] },
    { id: 3, callFrame: frame('library'), children: [4] },
    { id: 4, callFrame: frame('index') },
    { id: 5, callFrame: frame('(idle)') },
  ]
  const seconds: Record<Stage, number> = { read: 0, relate: 0, index: 0, render: 0, write: 0, other: 0 }
  const stageAt = ({ functionName }: { functionName: string }) => (functionName === 'read' || functionName === 'index' ? functionName : null)
  addProfile(seconds, { nodes, samples: [1, 2, 3, 4, 5], timeDeltas: [1e6, 2e6, 3e6, 4e6, 5e6] }, stageAt)
  expect(seconds).toEqual({ read: 5, relate: 0, index: 4, render: 0, write: 0, other: 1 })
})
