'use client'

/** @returns whether the clipboard took it: there is none without https or the person's leave */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
