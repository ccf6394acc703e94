import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory of one process in MB (VmRSS): what it holds of the machine, shared pages counted whole. */
export function residentMb(pid: number): number {
  return kilobytesOf(readFileSync(`/proc/${pid}/status`, 'utf8'), /^VmRSS:\s+(\d+) kB/m) / 1024
}

/**
 * Memory of a process and all its children in MB, pages shared between them counted once (sum of Pss). PostgreSQL's
 * processes share their buffers, so adding up their resident memory would count those many times.
 */
export function proportionalMb(pid: number): number {
  let kilobytes = 0
  for (const each of [pid, ...descendantsOf(pid)]) {
    try {
      kilobytes += kilobytesOf(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'), /^Pss:\s+(\d+) kB/m)
    } catch {
      // It ended while we looked.
    }
  }
  return kilobytes / 1024
}

/** Every process that descends from this one. */
export function descendantsOf(pid: number): number[] {
  const childrenOf = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const parent = parentOf(Number(entry))
    if (parent !== undefined) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(entry)])
  }
  const found: number[] = []
  const open = [pid]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const children = childrenOf.get(next) ?? []
    found.push(...children)
    open.push(...children)
  }
  return found
}

/** The words with which a process was started; '' when it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

function kilobytesOf(text: string, line: RegExp): number {
  return Number(line.exec(text)?.[1] ?? 0)
}
