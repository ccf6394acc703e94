import { mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder is in use; the message names the process that has it. */
export class FolderInUseError extends Error {}

type Owner = { pid: number; startedAt: string }

/**
 * Takes a data folder for this process alone, and makes it if it is not there. A second process is refused at once,
 * told which one has it. A lock left by a process that is gone is taken over.
 */
export async function takeDataFolder(folder: string): Promise<{ release(): Promise<void> }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = join(folder, 'barrow.lock')
  const mine: Owner = { pid: process.pid, startedAt: await startOf(process.pid) }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(lock, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return { release: () => unlink(lock).catch(() => {}) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = await ownerOf(lock)
    if (owner && (await isRunning(owner))) throw inUse(folder, owner.pid)
    await unlink(lock).catch(() => {})
  }
  throw new FolderInUseError(`The data folder ${folder} is being taken by another process at this moment.`)
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
