import { BackupError } from '../platform/backup/backup-format.ts'
import { ConfigError } from '../platform/config.ts'
import { FolderInUseError } from '../platform/data-folder.ts'
import { WrongSecretError } from '../platform/sealed-probe.ts'

/** A command of `npx barrow`: its help, and what it does with the words after its name. Answers the exit code. */
export type Command = { summary: string; help: string; run(args: string[]): Promise<number> }

/** Their sentences are for people; where in the program they came from helps nobody. */
const saysItAll = [BackupError, ConfigError, FolderInUseError, WrongSecretError]

const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).command,
  migrate: async () => (await import('./commands/migrate.ts')).command,
  import: async () => (await import('./commands/import.ts')).command,
  export: async () => (await import('./commands/export.ts')).command,
  backup: async () => (await import('./commands/backup.ts')).command,
  restore: async () => (await import('./commands/restore.ts')).command,
  'confirm-restored': async () => (await import('./commands/confirm-restored.ts')).command,
  doctor: async () => (await import('./commands/doctor.ts')).command,
}

const [name = 'help', ...args] = process.argv.slice(2)
process.exitCode = await runCommand(name, args)

async function runCommand(name: string, args: string[]): Promise<number> {
  const load = commands[name]
  if (!load) return showHelp(name)
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (saysItAll.some((kind) => error instanceof kind)) console.error((error as Error).message)
    else console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    return 1
  }
}

async function showHelp(asked: string): Promise<number> {
  const known = ['help', '--help', '-h'].includes(asked)
  if (!known) console.error(`There is no command "${asked}".\n`)
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(17)} ${(await load()).summary}`),
  )
  console.log(`Barrow, the whole shop in a pocket.\n\nUsage: npx barrow <command> [options]\n\n${lines.join('\n')}\n`)
  console.log('Each command explains itself: npx barrow <command> --help. Settings are in the README.')
  return known ? 0 : 1
}
