/** Everything a command tells the person who typed it. */

// A reader that left (`npm run demo | head`) is no reason to die in the middle of a shutdown.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

export function heading(title: string): void {
  say(`\n── ${title} ${'─'.repeat(Math.max(3, 60 - title.length))}`)
}

/** A frame around what must not be overlooked. */
export function box(lines: string[]): void {
  const width = Math.max(...lines.map((line) => line.length))
  say(`┌${'─'.repeat(width + 2)}┐`)
  for (const line of lines) say(`│ ${line.padEnd(width)} │`)
  say(`└${'─'.repeat(width + 2)}┘`)
}

/** A line that grows older: rewritten in place on a terminal, repeated now and then in a log. */
export function progress(label: string): { done(outcome: string): void } {
  const from = Date.now()
  const seconds = () => Math.round((Date.now() - from) / 1000)
  const live = process.stdout.isTTY
  if (!live) say(`${label} …`)
  const tick = () =>
    live ? process.stdout.write(`\r${label} … ${seconds()} s`) : say(`${label} … ${seconds()} s`)
  const timer = setInterval(tick, live ? 1_000 : 15_000)
  return {
    done: (outcome) => {
      clearInterval(timer)
      say(`${live ? '\r' : ''}${label} … ${outcome} (${seconds()} s)`)
    },
  }
}
