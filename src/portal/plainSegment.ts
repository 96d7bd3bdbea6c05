/**
 * A part of an address as a person would write it: Next hands it to pages encoded, to routes decoded.
 * What was never encoded so (a lone `%`) stays as it is, and names nothing.
 */
export function plainSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
