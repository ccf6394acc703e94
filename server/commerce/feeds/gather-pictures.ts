import { readFile, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { PictureError } from '../../platform/media-store.ts'
import { sql } from '../../platform/sql.ts'
import { addPicture } from '../catalog/index.ts'
import { fetchPicture, NotFetchedError } from './fetch-picture.ts'

/** How pictures are brought in. */
export type PictureTerms = {
  /** False leaves every picture that the shop does not have yet for later. */
  fetch: boolean
  /** Where pictures of `file` and `stored` lie; without it they are not read. */
  folder?: string
  /** Hosts that may be asked although they are inside the shop's own network. */
  trustedHosts?: readonly string[]
}

/** Brings pictures in and remembers over a whole import which hosts do not answer. */
export type PictureGatherer = {
  /** Brings in what the shop does not have. Answers why each address that is still missing is. */
  gather(addresses: Iterable<string>): Promise<Map<string, string>>
}

const atOnceMax = 4
const failuresMax = 3
const fileBytesMax = 10_000_000

/** Starts bringing pictures in. */
export function pictureGatherer(ctx: Shop, terms: PictureTerms): PictureGatherer {
  const failures = new Map<string, number>()
  const bringIn = async (address: string): Promise<string | undefined> => {
    const host = URL.canParse(address) ? new URL(address).host : ''
    if (host && (failures.get(host) ?? 0) >= failuresMax)
      return `not tried: ${host} did not answer ${failuresMax} times in a row`
    try {
      const bytes = /^(file|media):/.test(address)
        ? await readPicture(address, terms.folder)
        : await fetchPicture(address, terms.trustedHosts)
      failures.delete(host)
      // One that is known by its content needs no other address.
      await addPicture(ctx, bytes, { sourceUrl: address.startsWith('media:') ? null : address })
      return undefined
    } catch (error) {
      if (error instanceof NotFetchedError && error.isHost) failures.set(host, (failures.get(host) ?? 0) + 1)
      else if (!(error instanceof PictureError) && !(error instanceof NotFetchedError)) throw error
      return (error as Error).message
    }
  }
  return {
    async gather(addresses) {
      const wanted = [...new Set(addresses)]
      const there = await mediaIds(ctx.database, wanted, 'ready')
      const waiting = wanted.filter((address) => !there.has(address))
      if (!terms.fetch) return new Map(waiting.map((address) => [address, 'not fetched in this run']))
      const missing = new Map<string, string>()
      const queue = waiting.values()
      const worker = async () => {
        for (const address of queue) {
          const because = await bringIn(address)
          if (because) missing.set(address, because)
        }
      }
      await Promise.all(Array.from({ length: atOnceMax }, worker))
      return missing
    },
  }
}

/** Media ids by address, one that is there before one that is missing. */
export async function mediaIds(
  database: Queryable,
  addresses: readonly string[],
  only: 'ready' | 'any' = 'any',
): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map()
  const hashes = addresses
    .filter((address) => address.startsWith('media:'))
    .map((address) => address.slice('media:'.length))
  const rows = await database.rows<{ address: string; id: string }>(sql`
    select distinct on (address) address, id from (
      select source_url as address, id, status from media where source_url = any(${addresses})
      union all
      select 'media:' || content_hash, id, status from media where source_url is null and content_hash = any(${hashes})
    ) m
    where status = 'ready' or ${only} = 'any'
    order by address, status desc, id`)
  return new Map(rows.map((row) => [row.address, row.id]))
}

/** Reads a picture from the folder that the owner named, and from nowhere else. */
async function readPicture(address: string, folder: string | undefined): Promise<Buffer> {
  if (folder === undefined) throw new NotFetchedError('no folder with pictures was named')
  const root = await realpath(resolve(folder)).catch(() => {
    throw new NotFetchedError(`there is no folder ${folder}`)
  })
  const hash = address.startsWith('media:') ? address.slice('media:'.length) : undefined
  // The media folder of a shop keeps each original under its hash.
  const name = hash ? join(hash.slice(0, 2), hash, 'original') : address.slice('file:'.length)
  // Links are followed before looking where the file lies: a link must not lead out of the folder either.
  const file = await realpath(resolve(root, name)).catch(() => {
    throw new NotFetchedError('it is not in the folder with pictures')
  })
  if (!file.startsWith(root + sep)) throw new NotFetchedError('it lies outside the folder with pictures')
  const facts = await stat(file)
  if (!facts.isFile()) throw new NotFetchedError('it is a folder')
  if (facts.size > fileBytesMax) throw new NotFetchedError('it is larger than 10 MB')
  return readFile(file)
}
