import { parseArgs } from 'node:util'
import { playWorld } from './play-world.ts'
import { openGround } from './world-ground.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    events: { type: 'string', default: '500' },
    tell: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  console.log('Plays one seeded world again: npm run world -- --seed N [--events N] [--tell]')
  console.log('--tell prints every turn of it, as its trace is made from.')
} else {
  const { ground, close } = await openGround()
  const say = values.tell ? { say: console.log } : {}
  const played = await playWorld(ground, { seed: Number(values.seed), events: Number(values.events), ...say })
  await close()
  const { violations, counts, ...rest } = played
  for (const [what, count] of Object.entries(counts).sort()) console.log(`  ${String(count).padStart(5)} ${what}`)
  for (const { id, rule, rows } of violations)
    console.log(`  BROKEN ${id} ${rule}\n    ${rows.map((row) => JSON.stringify(row)).join('\n    ')}`)
  console.log(JSON.stringify({ ...rest, violations: violations.length }))
  process.exitCode = violations.length === 0 ? 0 : 1
}
