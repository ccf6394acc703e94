/** The gift card: a card with the shop's mark on an envelope, in window light. */
import { blurred, openInk } from './ink.ts'
import { paperSweep, sheet } from './scene.ts'
import { mark, wordmark } from './wordmark.ts'

const card = { width: 980, height: 620, round: 34 }
const dark = { color: '#f4ead9', berry: '#8fa3bd', salt: '#d9a878' }

/** Draws it alone on paper, or from close by. */
export function drawGiftCard(view: 'front' | 'detail'): string {
  const ink = openInk(4711)
  const name = wordmark({ color: '#f4ead9', weight: 11 })
  const shape = (width: number, height: number, round: number, fill: string) =>
    `<rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`
  const shade = (width: number, height: number) =>
    blurred(ink, shape(width, height, 40, '#4a3a28'), 26, 'opacity="0.34"')
  const envelope =
    `<g transform="translate(20 30)">${shade(1120, 760)}</g>` +
    shape(1120, 760, 12, '#e7d9c2') +
    `<path d="M-560 -368L0 60L560 -368" fill="none" stroke="#cbb896" stroke-width="5" stroke-linejoin="round"/>` +
    `<path d="M-560 372L-150 -52M560 372L150 -52" fill="none" stroke="#d6c6a8" stroke-width="4"/>`
  const front =
    `<g transform="translate(14 24)">${shade(card.width, card.height)}</g>` +
    shape(card.width, card.height, card.round, '#2c3f36') +
    `<path d="M${-card.width / 2} 96C-180 20 120 210 ${card.width / 2} 60V${card.height / 2 - card.round}a${card.round} ${card.round} 0 0 1 ${-card.round} ${card.round}H${-card.width / 2 + card.round}a${card.round} ${card.round} 0 0 1 ${-card.round} ${-card.round}Z" fill="#35503f"/>` +
    `<path d="M${card.width / 2 - 170} ${-card.height / 2}V${card.height / 2}" stroke="#c98f5e" stroke-width="26"/>` +
    `<path d="M${card.width / 2 - 170} -20C${card.width / 2 - 290} -120 ${card.width / 2 - 330} 30 ${card.width / 2 - 170} -20C${card.width / 2 - 50} -120 ${card.width / 2 - 10} 30 ${card.width / 2 - 170} -20Z" fill="#d9a878" stroke="#b87f4f" stroke-width="6"/>` +
    `<g transform="translate(-310 -90) scale(1.15)">${mark(dark)}</g>` +
    `<g transform="translate(-420 226) scale(${(560 / name.width).toFixed(3)})">${name.body}</g>`
  const content =
    paperSweep(ink, 'ceramic', undefined, 0.6) +
    `<g transform="translate(830 1130) rotate(7)">${envelope}</g>` +
    `<g transform="translate(770 1000) rotate(-9)">${front}</g>`
  return sheet(content, undefined, view === 'detail' ? { focus: [700, 1000], zoom: 1.9 } : undefined)
}
