/** This backup cannot be used; the message says why, and what to do. */
export class BackupError extends Error {}

/** What a backup says of itself: its first file, `manifest.json`. */
export type Manifest = {
  format: 'barrow-backup'
  formatVersion: 1
  /** When its snapshot was taken. */
  madeAt: string
  /** The version of PostgreSQL it was taken from; it may be restored into any from 15 on. */
  postgres: string
  /** The migrations that its tables have been through. */
  migrations: string[]
  tables: TableShape[]
  /** Tables of which the backup holds no rows. */
  leftOut: readonly string[]
}

/** A table, and the columns of its rows in their order. */
export type TableShape = { name: string; columns: string[] }

/** What a backup says at its end (`contents.json`): without it, the file is not whole. */
export type Contents = {
  rows: Record<string, number>
  /** The last number that each sequence gave out; null for one that was never asked. */
  sequences: Record<string, number | null>
  pictures: number
  files: Record<string, { bytes: number; sha256: string }>
}

/**
 * Nobody is signed in on a copy: a stolen backup must not hold keys that still open something. Backups are of a machine
 * and its disks, not of the shop.
 */
export const leftOutOfBackups: readonly string[] = [
  'backups',
  'migrations',
  'staff_sessions',
  'staff_sign_in_tries',
  'staff_verifications',
]

/** The text that lies in each backup, for whoever finds it in ten years. */
export const readMe = `This is a backup of a shop, made by Barrow.

To open it:   BARROW_SECRET=... BARROW_DATA=/an/empty/folder npx barrow restore FILE
To check it:  npx barrow restore FILE --check

The secret of the shop (BARROW_SECRET; in a demo the file "secret" of its data folder) is NOT in here, on purpose.
Without it, names, addresses and mail addresses of customers stay sealed for ever. Keep it in another place.

manifest.json              when and from what this was made; every table with its columns
tables/NAME/00001.copy     rows, as PostgreSQL's COPY writes text: UTF-8, a row a line, columns by tabs, \\N for null;
                           times are ISO 8601 in UTC, bytes are hexadecimal. Load with: COPY name (columns) FROM STDIN
media/ab/HASH/original     pictures as they were uploaded; HASH begins the SHA-256 of what is in it
contents.json              rows of each table, sequences, and a SHA-256 of every file before it; the last file
`
