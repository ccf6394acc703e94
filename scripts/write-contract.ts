import { mkdirSync, writeFileSync } from 'node:fs'
import { contractFiles, driftedFiles, writtenContract } from './contract.ts'

/** Writes the contract; with `--check` it only looks whether what is written is still true. */
if (process.argv.includes('--check')) {
  const drifted = await driftedFiles()
  for (const file of drifted) console.error(`${file} is not what the shop does any more. Run \`npm run contract\`.`)
  if (drifted.length === 0) console.log('The contract is what the shop does.')
  process.exit(drifted.length > 0 ? 1 : 0)
}
const written = await writtenContract()
mkdirSync('contract', { recursive: true })
for (const file of contractFiles) {
  writeFileSync(file, written[file])
  console.log(`${file}: ${written[file].split('\n').length - 1} lines`)
}
process.exit(0)
