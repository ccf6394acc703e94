import { join } from 'node:path'
import { freePort } from '../../bench/measuring/free-port.ts'
import { runCommand, startShop } from '../../bench/measuring/shop-process.ts'
import { temporaryFolder } from '../../bench/measuring/temporary-folder.ts'
import { checkInvariants } from './check-invariants.ts'
import { ran, type ScorecardTest } from './scorecard-test.ts'

const refusedWithinMs = 2000

export const test: ScorecardTest = {
  id: 'B07',
  promise: 'A second server on the same data folder is refused within two seconds, and told which process has it.',
  async run({ isShort, say }) {
    const folder = await temporaryFolder('b07')
    const dataFolder = join(folder.path, 'data')
    const shop = await startShop({ dataFolder, args: ['--empty'], env: { LOG_LEVEL: 'warn' } })
    try {
      let slowestMs = 0
      let refusals = 0
      const tries = isShort ? 2 : 10
      for (let count = 0; count < tries; count++) {
        const began = performance.now()
        const env = { BARROW_DATA: dataFolder, PORT: String(await freePort()), LOG_LEVEL: 'warn' }
        const { code, printed } = await runCommand(['start', '--empty'], env)
        const ms = performance.now() - began
        slowestMs = Math.max(slowestMs, ms)
        const named = new RegExp(`\\b${shop.pid}\\b`).test(printed)
        if (code !== 0 && named && ms < refusedWithinMs) refusals++
        say(`  refused after ${Math.round(ms)} ms with code ${code}: ${printed.trim().split('\n')[0]}`)
      }
      const isStillOpen = (await fetch(`${shop.url}/readyz`)).ok
      const databaseUrl = `postgres://barrow@localhost/barrow?host=${encodeURIComponent(join(dataFolder, 'run'))}`
      return ran({
        kept: refusals === tries && isStillOpen,
        figures: {
          tries,
          refusals,
          slowest_refusal_ms: Math.round(slowestMs),
          first_still_open: isStillOpen ? 'yes' : 'no',
        },
        violations: await checkInvariants(databaseUrl),
      })
    } finally {
      await shop.stop()
      await folder.remove()
    }
  },
}
