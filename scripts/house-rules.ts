/** The house rules that are patterns, apart from the test that applies them, so that it can also prove they bite. */

const vague = /^(utils?|helpers?|common|misc|manager|service|handlers?|base|impl|lib)$/i

/** True when a part of this path says nothing about what is in it. */
export function saysNothing(path: string): boolean {
  return path.split(/[/.-]|(?<=[a-z])(?=[A-Z])/).some((word) => vague.test(word))
}

/** True when an exported name hides what it is behind a pattern's name. */
export function isPatternName(name: string): boolean {
  return /(Utils?|Helpers?|Manager|Service|Handler|Impl|DTO)$|^(I|Base|Abstract)[A-Z][a-z]/.test(name)
}

const rightNames = [
  /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.(test|e2e|config|d|svelte))?\.(ts|js|css)$/,
  /^[A-Z][A-Za-z0-9]*\.(svelte|astro)$/,
  // An address of the web: `products/[slug].astro`, `sitemap.xml.ts`.
  /^(\[(\.\.\.)?[a-zA-Z]+\]|[a-z0-9]+)([-.]?(\[[a-zA-Z]+\]|[a-z0-9]+))*\.(astro|ts)$/,
]

/** True when a file is named as the house names files. */
export function isRightlyNamed(fileName: string): boolean {
  return rightNames.some((right) => right.test(fileName))
}

// Written in two halves, or this file would break the rule that it keeps.
const laterMarks = new RegExp(
  `\\b(${[
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['X', 'XX'],
    ['HA', 'CK'],
  ]
    .map((halves) => halves.join(''))
    .join('|')})\\b`,
)

/** True when a line puts something off. */
export function isPutOff(line: string): boolean {
  return laterMarks.test(line)
}

const code = [
  /^import .* from ['"]/,
  /^export (const|function|type|default|async)\b/,
  /^(const|let|var) (\w+|[{[].*[}\]])(: [\w<>[\]]+)? = /,
  /^(return|throw|await|yield)\b.*[;)}\]]$/,
  /^(if|for|while|switch) \(.*\)( \{| return\b| throw\b|$)/,
  /^\}? ?else\b.*\{?$/,
  /^(console|process|expect|test)[.(]/,
  /^[\w$]+(\.[\w$]+)*\([^ ]*\);?$/,
  /^[\w$.[\]]+ [-+*/|&]?= .*;$/,
  /^[})\]]+[;,]?$/,
]

/** True when a line of a comment reads like code that was switched off. */
export function isSwitchedOffCode(comment: string): boolean {
  return code.some((pattern) => pattern.test(comment))
}

/** True when a line of a comment is there to be looked at, not to be read. */
export function isBanner(comment: string): boolean {
  return /^[-=*#~_]{4,}|[-=*#~_]{6,}$/.test(comment)
}

/** True when a line asks the machine for the time, instead of the shop's clock. */
export function asksTheMachine(line: string): boolean {
  return /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now\(/.test(line)
}
