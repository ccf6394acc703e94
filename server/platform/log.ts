import { pino } from 'pino'

/** The shop's structured log. Secrets and personal data are cut out by name before a line is written. */
export function createLog(level: string, stream?: { write(line: string): void }) {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        'req.headers["x-cart-token"]',
        'req.headers["x-order-key"]',
        '*.password',
        '*.token',
        '*.email',
      ],
      censor: '[cut]',
    },
  }
  return stream ? pino(options, stream) : pino(options, pino.destination({ dest: 1, sync: false }))
}
