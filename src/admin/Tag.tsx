import type { ReactNode } from 'react'

export type TagColour = 'warning' | 'success' | 'light' | 'error'

/** A word on a coloured ground. Payload's own pill is a `div`, which may not stand in a paragraph. */
export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <span className={`scim-tag scim-tag-${colour}`}>{children}</span>
}
