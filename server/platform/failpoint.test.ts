import { expect, test } from 'vitest'
import { type ConfigError, readConfig } from './config.ts'
import { failpoint, failpoints, isCrashing } from './failpoint.ts'

const settings = { BARROW_SECRET: 'only for tests: 0123456789 abcdefghijklmnop', BARROW_DATA: '/tmp/none' }

test('a shop that was not asked to crash passes every mark', () => {
  expect(isCrashing).toBe(false)
  for (const mark of failpoints) failpoint(mark)
})

test('a mark that does not exist is refused at the start, and any in production', () => {
  const problemsWith = (env: Record<string, string>) => {
    try {
      return readConfig({ ...settings, ...env }) && []
    } catch (error) {
      return (error as ConfigError).problems
    }
  }
  expect(problemsWith({ FAILPOINT: 'capture.after-call:2' })).toEqual([])
  expect(problemsWith({ FAILPOINT: 'nowhere' })).toEqual(['FAILPOINT is "nowhere"; there is no mark "nowhere".'])
  expect(problemsWith({ FAILPOINT: 'capture.after-call:x' })).toHaveLength(1)
  expect(problemsWith({ FAILPOINT: 'capture.after-call', NODE_ENV: 'production' })).toContain(
    'FAILPOINT is set; a shop in production is not crashed on purpose.',
  )
  expect(problemsWith({ CLOCK_AHEAD_HOURS: '25', NODE_ENV: 'production' })).toContain(
    'CLOCK_AHEAD_HOURS is set; a shop in production lives in real time.',
  )
})
