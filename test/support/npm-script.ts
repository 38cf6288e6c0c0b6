import { exec } from 'node:child_process'

/** What one of `package.json`'s scripts prints; for one that fails without a word, how it ended. */
export function outputOf(script: string): Promise<string> {
  return new Promise((resolve) => {
    // Vitest's own NODE_ENV and colours are not for it.
    const env = { ...process.env, NODE_ENV: undefined, FORCE_TTY: undefined, NO_COLOR: '1' }
    exec(`npm run --silent ${script}`, { env, maxBuffer: Infinity }, (error, stdout, stderr) => {
      const output = (stdout + stderr).trim()
      resolve(output === '' && error !== null ? error.message : output)
    })
  })
}
