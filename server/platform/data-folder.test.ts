import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentOwner, FolderInUseError, takeDataFolder } from './data-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-folder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const source = new URL('./data-folder.ts', import.meta.url).href

/** A process of its own that tries to take the folder, says how that went, and keeps it until it is ended. */
async function anotherProcess() {
  const process = await waitingProcess()
  await process.tryNow()
  return process
}

/** The same, loaded and ready: it tries when it is told. */
async function waitingProcess() {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { takeDataFolder } = await import(${JSON.stringify(source)})
     console.log('ready')
     await new Promise((resolve) => process.stdin.once('data', resolve))
     try {
       await takeDataFolder(${JSON.stringify(folder)})
       console.log('taken')
       setInterval(() => {}, 1000)
     } catch (error) {
       console.log(error.message)
     }`,
  ])
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  await once(child.stdout, 'data')
  return {
    said: () => said.replace('ready', '').trim(),
    async tryNow() {
      const answered = once(child.stdout, 'data')
      child.stdin.write('now')
      await answered
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

test('a second process on the same folder is refused within two seconds, and told which process has it', async () => {
  const { release } = await takeDataFolder(folder)
  const startedAt = performance.now()
  const second = await anotherProcess()
  expect(performance.now() - startedAt).toBeLessThan(2000)
  expect(second.said()).toContain(`in use by process ${process.pid}`)
  expect(second.said()).toContain('BARROW_DATA')
  await second.kill()
  await release()
})

test('a folder that was given back can be taken again', async () => {
  const first = await takeDataFolder(folder)
  expect(await currentOwner(folder)).toBe(process.pid)
  await first.release()
  expect(await currentOwner(folder)).toBeUndefined()
  const second = await takeDataFolder(folder)
  await second.release()
})

test('the folder of a process that was killed is taken over', async () => {
  const killed = await anotherProcess()
  expect(killed.said()).toBe('taken')
  await expect(takeDataFolder(folder)).rejects.toThrow(FolderInUseError)
  await killed.kill()
  const { release } = await takeDataFolder(folder)
  expect(await currentOwner(folder)).toBe(process.pid)
  await release()
})

test('of many processes that start at once where one was killed, exactly one gets the folder', async () => {
  await writeFile(join(folder, 'barrow.lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }))
  const all = await Promise.all(Array.from({ length: 8 }, waitingProcess))
  await Promise.all(all.map((one) => one.tryNow()))
  const said = all.map((one) => one.said())
  for (const one of all) await one.kill()
  expect(said.filter((words) => words === 'taken')).toHaveLength(1)
  expect(said.filter((words) => /in use by process|being taken/.test(words))).toHaveLength(7)
})

test('after a restart of the machine, a stranger with the same process id does not hold the folder', async () => {
  await writeFile(join(folder, 'barrow.lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }))
  expect(await currentOwner(folder)).toBeUndefined()
  const { release } = await takeDataFolder(folder)
  await release()
})

test('a folder that is not there yet is made, for its owner alone', async () => {
  const deep = join(folder, 'shop', 'data')
  const { release } = await takeDataFolder(deep)
  expect(JSON.parse(await readFile(join(deep, 'barrow.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  await release()
  expect(existsSync(join(deep, 'barrow.lock'))).toBe(false)
})
