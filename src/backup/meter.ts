import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

const LINE_END = 10

export type Measure = { bytes: number; lines: number; sha256: string }

/** Lets bytes through and measures them. In COPY's text format every row is one line. */
export function meter(): { stream: Transform; measure(): Measure } {
  const hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) lines++
      done(null, chunk)
    },
  })
  return { stream, measure: () => ({ bytes, lines, sha256: hash.copy().digest('hex') }) }
}
