/**
 * Remembers what a pure function answered to its last questions. Formatting an instant or a number
 * costs more than all other work on it, and one message asks for the same one many times.
 */
export function recent<Value>(answer: (question: string) => Value): (question: string) => Value {
  const answers = new Map<string, Value>()
  return (question) => {
    const known = answers.get(question)
    if (known !== undefined) return known
    if (answers.size >= MOST) answers.clear()
    const fresh = answer(question)
    answers.set(question, fresh)
    return fresh
  }
}

const MOST = 2_000
