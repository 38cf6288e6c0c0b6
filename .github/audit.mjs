/** Says what `npm audit --json` has found. Exits with 0 when there was no answer. */
import { readFileSync } from 'node:fs'

const { vulnerabilities, message = 'no reason given' } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
if (vulnerabilities === undefined) {
  console.log(`The registry did not answer: ${message}`)
} else {
  for (const { name, severity, range, via } of Object.values(vulnerabilities)) {
    console.log(`${name} ${range} (${severity}): ${via.map((one) => one.url ?? one).join(', ')}`)
  }
  process.exitCode = 1
}
