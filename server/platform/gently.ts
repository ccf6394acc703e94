import { setTimeout as pause } from 'node:timers/promises'

/**
 * Does work that nobody is waiting for, and then rests twice as long as it took: two thirds of the machine's time are
 * left to whoever is shopping. `signal` ends the rest early.
 */
export async function gently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await work()
  } finally {
    await pause(2 * (performance.now() - began), undefined, { signal }).catch(() => {})
  }
}
