import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'

/**
 * A bench: `bench/<name>.ts` exports `run`, and says in `about` what it measures. `data` is the folder given with
 * `--data`, `args` are the words after the name that are the bench's own.
 */
export type Bench = {
  about?: string
  run(options: { data: string | undefined; args: string[] }): Promise<unknown>
}

const { values, positionals, tokens } = parseArgs({
  options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
  strict: false,
  tokens: true,
})
const [name] = positionals
process.exitCode = name === undefined || !benchNames().includes(name) ? await showHelp(name) : await runBench(name)

async function runBench(name: string): Promise<number> {
  const bench = await loadBench(name)
  if (values.help) {
    console.log(`npm run bench -- ${name} [options]\n\n${bench.about ?? ''}`)
    return 0
  }
  const failed = await bench.run({ data: typeof values.data === 'string' ? values.data : undefined, args: ownWords() })
  return failed === false ? 1 : 0
}

/** What follows the name, without `--data` and its folder. */
function ownWords(): string[] {
  const nameAt = tokens.findIndex((token) => token.kind === 'positional')
  const data = tokens.find((token) => token.kind === 'option' && token.name === 'data')
  const words = process.argv.slice(2)
  const skipped = new Set<number>([tokens[nameAt]?.index ?? 0])
  if (data?.kind === 'option') {
    skipped.add(data.index)
    if (!data.inlineValue) skipped.add(data.index + 1)
  }
  return words.filter((_, index) => !skipped.has(index))
}

function benchNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => /^[a-z][a-z-]*\.ts$/.test(file) && file !== 'main.ts')
    .map((file) => file.slice(0, -3))
    .sort()
}

async function showHelp(asked: string | undefined): Promise<number> {
  if (asked !== undefined) console.error(`There is no bench "${asked}".\n`)
  console.log(
    'What is claimed about speed and quality, measured.\n\nUsage: npm run bench -- NAME [--data DIR] [options]\n',
  )
  for (const name of benchNames()) {
    const { about = '' } = await loadBench(name)
    console.log(`  ${name.padEnd(10)} ${about.split('\n')[0]}`)
  }
  console.log(
    '\n`npm run bench -- NAME --help` says more. The last line of each is JSON: {"bench": ..., "figures": {...}}.',
  )
  return asked === undefined ? 0 : 1
}

async function loadBench(name: string): Promise<Bench> {
  return (await import(`./${name}.ts`)) as Bench
}
