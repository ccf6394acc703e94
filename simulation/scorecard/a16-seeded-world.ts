import { availableParallelism } from 'node:os'
import { type ChildProgram, startProgram } from '../../bench/measuring/child-program.ts'
import type { Played } from '../world/play-world.ts'
import { openGround } from '../world/world-ground.ts'
import { type Outcome, type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'

const events = 500

export const test: ScorecardTest = {
  id: 'A16',
  promise:
    'Worlds of shoppers, staff, a failing bank and dying processes leave books in order, and a seed plays the same world again.',
  async run(options) {
    const { ground, close } = await openGround()
    // A world and its database take turns, so one more than there are cores keeps them all busy.
    const programs = Array.from({ length: availableParallelism() + 1 }, () =>
      startProgram(new URL('../world/play-seeds.ts', import.meta.url)),
    )
    try {
      const play = (program: ChildProgram, seed: number) => program.ask<Played>({ ground, seed, events })
      return await playAll(options, programs, play)
    } finally {
      for (const program of programs) await program.stop()
      await close()
    }
  },
}

async function playAll(
  { seed: first, isShort, say }: RunOptions,
  programs: readonly ChildProgram[],
  play: (program: ChildProgram, seed: number) => Promise<Played>,
): Promise<Outcome> {
  const worlds = isShort ? 50 : 1000
  const played: Played[] = []
  let next = 0
  await Promise.all(
    programs.map(async (program) => {
      while (next < worlds) {
        const world = await play(program, first + next++)
        played.push(world)
        if (world.violations.length > 0) tell(say, world)
        if (played.length % 50 === 0) say(`  ${played.length} worlds played`)
      }
    }),
  )
  played.sort((one, other) => one.seed - other.seed)
  // The first is played once more, and so is each that went wrong: what cannot be seen again cannot be mended.
  const broken = played.filter(({ violations }) => violations.length > 0)
  const again = [...new Set([...played.slice(0, 1), ...broken.slice(0, 5)])]
  let different = 0
  for (const world of again) {
    const { trace } = await play(programs[0] as ChildProgram, world.seed)
    if (trace !== world.trace) different++
    say(`  seed ${world.seed}: ${world.trace.slice(0, 16)} and again ${trace.slice(0, 16)}`)
  }
  const sum = (of: (world: Played) => number) => played.reduce((total, world) => total + of(world), 0)
  return ran({
    kept: broken.length === 0 && different === 0,
    figures: {
      worlds: played.length,
      events: sum((world) => world.events),
      turns: sum((world) => world.turns),
      orders: sum((world) => world.orders),
      crashes: sum((world) => world.crashes),
      broken_worlds: broken.length,
      played_again: again.length,
      played_differently: different,
    },
    violations: broken.flatMap(({ violations }) => violations).slice(0, 5),
  })
}

function tell(say: RunOptions['say'], { seed, violations }: Played): void {
  say(`  seed ${seed} is BROKEN: ${violations.map(({ id }) => id).join(', ')}; npm run world -- --seed ${seed} --tell`)
}
