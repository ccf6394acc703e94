import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

/**
 * Makes this process the only bank on a folder, for as long as it lives; resolves to false when another one is.
 * The lock is a listening socket, because the system lets go of it whatever way a process ends.
 */
export async function lockFolder(folder: string): Promise<{ release: () => void } | false> {
  const name = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 20)
  const socketPath = addressOf(`sandbox-bank-${name}`)
  if (await somebodyListens(socketPath)) return false
  if (!isAbstract) fs.rmSync(socketPath, { force: true })
  const server = net.createServer((socket) => socket.destroy())
  const held = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(socketPath, () => resolve(true))
  })
  if (!held) return false
  server.unref()
  return { release: () => void server.close() }
}

// Linux knows sockets that are no files: they leave nothing behind when the process is killed.
const isAbstract = process.platform === 'linux'

function addressOf(name: string): string {
  return isAbstract ? `\0${name}` : path.join(os.tmpdir(), `${name}.sock`)
}

function somebodyListens(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(socketPath)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
