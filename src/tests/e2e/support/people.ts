/** A person no test has used yet: one phone may hold three unanswered requests at most. */
let count = 0

export type Person = { name: string; phone: string; email: string }

export function somebody(name = 'Awa Mabiala'): Person {
  const number = ++count
  // After a failure Playwright starts another process, which must not meet the first one's people.
  const digits = String((process.pid % 900) * 10_000 + number).padStart(7, '0')
  return {
    name,
    phone: `06${digits}`,
    email: `${nick(name)}.${process.pid}.${number}@example.com`,
  }
}

const nick = (name: string) => (name.split(' ')[0] ?? name).toLowerCase()

/** An address of this kind is another client to the rate limits. */
export function anAddress(): string {
  const number = ++count
  return `10.${process.pid % 250}.${Math.floor(number / 250)}.${(number % 250) + 1}`
}
