/** The number of letters to add, drop or change between two words (Levenshtein 1965). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (const [column, other] of [...to].entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/** The name most likely meant by a mistyped one, or null when none is near. */
export function closestName<Name extends string>(
  typed: string,
  names: readonly Name[],
): Name | null {
  const word = typed.slice(0, 40).toLowerCase()
  const ranked = names
    .map((name) => ({ name, far: distance(word, name) }))
    .sort((one, other) => one.far - other.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, word.length / 3) ? best.name : null
}
