import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder is in use; the message names the process that has it. */
export class FolderInUseError extends Error {}

type Owner = { pid: number; startedAt: string }

/**
 * Takes a data folder for this process alone, and makes it if it is not there. A second process is refused at once,
 * told which one has it. A lock left by a process that is gone is taken over, by one of those that try.
 */
export async function takeDataFolder(folder: string): Promise<{ release(): Promise<void> }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = join(folder, 'barrow.lock')
  const draft = `${lock}.${process.pid}`
  const mine: Owner = { pid: process.pid, startedAt: await startOf(process.pid) }
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      // Linked when complete: another process never reads a lock that says nothing yet.
      if ((await linked(draft, lock)) || (await replacedStale(draft, lock))) return { release: () => remove(lock) }
      await refuseFolderInUse(folder)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    await remove(draft)
  }
  throw new FolderInUseError(`The data folder ${folder} is being taken by another process at this moment.`)
}

/** Puts our lock where a dead process left its own. Takers take turns, or one would replace the lock of another. */
async function replacedStale(draft: string, lock: string): Promise<boolean> {
  const turn = `${lock}.turn`
  if (!(await linked(draft, turn))) {
    const other = await ownerOf(turn)
    if (!other || !(await isRunning(other))) await remove(turn)
    return false
  }
  try {
    const owner = await ownerOf(lock)
    // Gone in the meantime: then it is free for all, and only a link decides who gets it.
    if (!existsSync(lock) || (owner && (await isRunning(owner)))) return false
    await rename(draft, lock)
    return true
  } finally {
    await remove(turn)
  }
}

async function linked(draft: string, target: string): Promise<boolean> {
  try {
    await link(draft, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function remove(file: string): Promise<void> {
  return unlink(file).catch(() => {})
}

/** Throws when a running process has the folder; takes nothing. A start asks this before it does anything long. */
export async function refuseFolderInUse(folder: string): Promise<void> {
  const pid = await currentOwner(folder)
  if (pid !== undefined) throw inUse(folder, pid)
}

/** The process that has the folder now, if one does. */
export async function currentOwner(folder: string): Promise<number | undefined> {
  const owner = await ownerOf(join(folder, 'barrow.lock'))
  return owner && (await isRunning(owner)) ? owner.pid : undefined
}

function inUse(folder: string, pid: number): FolderInUseError {
  return new FolderInUseError(
    `The data folder ${folder} is in use by process ${pid}. ` +
      'Stop that one first, or give this one a folder of its own with BARROW_DATA.',
  )
}

async function ownerOf(lock: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

async function isRunning(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A process id is used again after a restart of the machine; the start time tells them apart.
  const start = await startOf(owner.pid)
  return start === '' || owner.startedAt === '' || start === owner.startedAt
}

async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
