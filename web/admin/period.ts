export type Days = { from: string; until: string }
export type Period = Days & { choices: (Days & { words: string })[] }

/** The days that an address asks for, and those that people ask for by name. An empty day is no limit. */
export function periodIn(url: URL, of: { timeZone: string; now?: Date }): Period {
  const day = (name: string) => {
    const value = url.searchParams.get(name) ?? ''
    return /^\d{4}-\d\d-\d\d$/.test(value) ? value : ''
  }
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: of.timeZone }).format(of.now ?? new Date())
  const [year = 0, month = 0] = today.split('-').map(Number)
  const iso = (at: Date) => at.toISOString().slice(0, 10)
  const monthFrom = (offset: number) => iso(new Date(Date.UTC(year, month - 1 + offset, 1)))
  const monthUntil = (offset: number) => iso(new Date(Date.UTC(year, month + offset, 0)))
  const quarter = Math.floor((month - 1) / 3) * 3
  return {
    from: day('from'),
    until: day('until'),
    choices: [
      { words: 'Everything', from: '', until: '' },
      { words: 'This month', from: monthFrom(0), until: monthUntil(0) },
      { words: 'Last month', from: monthFrom(-1), until: monthUntil(-1) },
      {
        words: 'This quarter',
        from: iso(new Date(Date.UTC(year, quarter, 1))),
        until: iso(new Date(Date.UTC(year, quarter + 3, 0))),
      },
      { words: 'This year', from: `${year}-01-01`, until: `${year}-12-31` },
      { words: 'Last year', from: `${year - 1}-01-01`, until: `${year - 1}-12-31` },
    ],
  }
}

/** The days of a period as a part of an address; without a limit, without a word. */
export function daysQuery({ from, until }: Days): Record<string, string> {
  return { ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) }
}
