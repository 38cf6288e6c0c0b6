import { exec } from 'node:child_process'

/** What one of `package.json`'s scripts prints when it fails; nothing when it succeeds. */
export function failureOf(script: string): Promise<string> {
  return new Promise((resolve) => {
    // Vitest's own NODE_ENV and colours are not for it.
    const env = { ...process.env, NODE_ENV: undefined, FORCE_TTY: undefined, NO_COLOR: '1' }
    exec(`npm run --silent ${script}`, { env, maxBuffer: Infinity }, (error, stdout, stderr) => {
      resolve(error === null ? '' : `${error.message}\n${stdout}${stderr}`)
    })
  })
}
