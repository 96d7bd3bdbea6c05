'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/** The frame that scrolls, by keyboard too. It opens at today: who looks wants what comes. */
export function CalendarFrame({ label, children }: { label: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const today = frame.current?.querySelector<HTMLElement>('.scim-today')
    const names = frame.current?.querySelector<HTMLElement>('th')
    if (!frame.current || !today || !names) return
    frame.current.scrollLeft = today.offsetLeft - names.offsetWidth
  }, [label])
  return (
    <div ref={frame} className="scim-calendar" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
