import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { robots: { index: false } }

export default function DecisionLayout({ children }: { children: ReactNode }) {
  return <div className="narrow">{children}</div>
}
