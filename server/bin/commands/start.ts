import { type Config, readConfig, settingsTable } from '../../platform/config.ts'
import { refuseFolderInUse } from '../../platform/data-folder.ts'
import type { Command } from '../main.ts'

export const command: Command = {
  summary: 'opens the shop',
  help: `Usage: npx barrow start [--empty]

Opens the shop: starts the database that ships with it (or uses DATABASE_URL), brings its tables up to date,
fills the demo the first time, and listens until it is told to stop (Ctrl-C).

  --empty   start without the demo

Settings come from the environment:
${settingsTable.map((setting) => `  ${setting.name.padEnd(24)} ${setting.means} (otherwise: ${setting.otherwise})`).join('\n')}`,
  async run(args) {
    const began = performance.now()
    const config = readConfig(args.includes('--empty') ? { ...process.env, BARROW_DEMO: 'no' } : process.env)
    // Asked before the shop's own code is loaded, which takes a second: a second start is refused at once.
    await refuseFolderInUse(config.dataFolder)
    const { runShop } = await import('../../main.ts')
    const step = (text: string) => console.log(`  ${text} ...`)
    const told = untilToldToStop()
    const shop = await runShop(config, {
      onStep: step,
      beforeOpening: async (ctx, bankUrl) => {
        if (config.demo && bankUrl) {
          const { fillDemo } = await import('../../../simulation/demo/fill.ts')
          await fillDemo(ctx, { bankUrl, onStep: step })
        }
      },
    })
    announce(config, shop.url, performance.now() - began)
    await told
    console.log('  Closing: finishing what is in flight ...')
    await shop.stop()
    return 0
  },
}

function announce(config: Config, url: string, tookMs: number): void {
  const lines = [
    '',
    `  The shop is open (${(tookMs / 1000).toFixed(1)} s).`,
    '',
    `  Shop     ${url}/`,
    `  Admin    ${url}/admin`,
    ...(config.demo
      ? [
          '           owner@example.com  /  juniper-and-salt',
          `  Mailbox  ${url}/demo/mailbox`,
          `  Bank     ${url}/sandbox-bank/   (pay with 4242 4242 4242 4242, any future date, any CVC)`,
        ]
      : []),
    `  API      ${url}/docs`,
    `  Data     ${config.dataFolder}`,
    '',
    '  Ctrl-C closes it.',
    '',
  ]
  console.log(lines.join('\n'))
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
