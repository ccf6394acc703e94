import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)

/** The shop's colours on paper: those of `web/ui/tokens.css`, as hex. */
export const colours = { ink: '#211c17', quiet: '#5d5750', line: '#dedad3', calm: '#f6f3ed', brand: '#1d423b' }

export type Weight = 400 | 500 | 600
export type TextStyle = { size?: number; weight?: Weight; color?: string; align?: 'left' | 'right' }

/** Measures and margins of the paper, in points: A4. */
export const paper = { width: 595.28, height: 841.89, left: 56, right: 539.28, top: 56, bottom: 760 }

/** Puts words on paper in the shop's typeface. */
export type Typesetter = {
  document: PDFKit.PDFDocument
  /** Writes one line of text with its top at y; right-aligned, x is its right edge. */
  line(text: string, at: { x: number; y: number }, style?: TextStyle): void
  /** Breaks a text into lines that are no wider than this. */
  broken(text: string, widthMax: number, style?: TextStyle): string[]
  rule(y: number, colour?: string): void
  done(): Promise<Buffer>
}

type Face = { name: string; has(codePoint: number): boolean }
const weights: readonly Weight[] = [400, 500, 600]
const files = new Map<string, Buffer>()

/** Opens a paper. The same content at the same moment makes the same bytes. */
export function openTypesetter(info: { title: string; author: string; at: Date; locale: string }): Typesetter {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: info.locale,
    displayTitle: true,
    info: { Title: info.title, Author: info.author, Producer: 'Barrow', Creator: 'Barrow', CreationDate: info.at },
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const faces = new Map<Weight, Face[]>()
  for (const weight of weights)
    faces.set(
      weight,
      ['latin', 'latin-ext'].map((subset) => faceOf(document, `figtree-${subset}-${weight}-normal`)),
    )

  const runsOf = (text: string, weight: Weight) => splitByFace(text, faces.get(weight) ?? [])
  const widthOf = (text: string, { size = 9.5, weight = 400 }: TextStyle) =>
    runsOf(text, weight).reduce((sum, run) => sum + document.font(run.face).fontSize(size).widthOfString(run.text), 0)

  return {
    document,
    line(text, at, style = {}) {
      const { size = 9.5, weight = 400, color = colours.ink, align = 'left' } = style
      let x = align === 'right' ? at.x - widthOf(text, style) : at.x
      for (const run of runsOf(text, weight)) {
        document.font(run.face).fontSize(size).fillColor(color)
        document.text(run.text, x, at.y, { lineBreak: false })
        x += document.widthOfString(run.text)
      }
    },
    broken(text, widthMax, style = {}) {
      const lines: string[] = []
      let line = ''
      for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`
        if (line !== '' && widthOf(longer, style) > widthMax) {
          lines.push(line)
          line = word
        } else line = longer
      }
      return [...lines, line]
    },
    rule(y, colour = colours.line) {
      document.moveTo(paper.left, y).lineTo(paper.right, y).lineWidth(0.7).strokeColor(colour).stroke()
    },
    async done() {
      const ended = new Promise<void>((resolve) => document.on('end', resolve))
      document.end()
      await ended
      return Buffer.concat(parts)
    },
  }
}

function faceOf(document: PDFKit.PDFDocument, file: string): Face {
  let bytes = files.get(file)
  if (!bytes) files.set(file, (bytes = readFileSync(require.resolve(`@fontsource/figtree/files/${file}.woff`))))
  document.registerFont(file, bytes)
  document.font(file)
  const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font
  return { name: file, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
}

/** Each stretch of a text in the first face that has its letters; what none has is shown as a question mark. */
function splitByFace(text: string, faces: readonly Face[]): { face: string; text: string }[] {
  const runs: { face: string; text: string }[] = []
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0
    const face = faces.find((each) => each.has(code))
    const name = face?.name ?? (faces[0] as Face).name
    const last = runs.at(-1)
    // A space of another width is drawn as an ordinary one where the face lacks it.
    const shown = face ? character : /\s/u.test(character) ? ' ' : '?'
    if (last?.face === name) last.text += shown
    else runs.push({ face: name, text: shown })
  }
  return runs
}
