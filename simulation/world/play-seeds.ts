import { answerQuestions } from '../../bench/measuring/child-program.ts'
import { playWorld } from './play-world.ts'
import type { Ground } from './world-database.ts'

/** A process that plays one world after the other, beside others that do the same. */
answerQuestions((question: { ground: Ground; seed: number; events: number }) =>
  playWorld(question.ground, { seed: question.seed, events: question.events }),
)
