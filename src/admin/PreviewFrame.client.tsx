'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { escapeHtml } from '@/domain/templateValues'

type Size = { width: number; height: number }

/** Shows a page of a given width whole, however narrow the place for it is. */
function Scaled({ size, children }: { size: Size; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(size.width)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? size.width))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [size.width])
  const scale = Math.min(1, room / size.width)
  return (
    <div ref={box} className="scim-frame" style={{ height: size.height * scale }}>
      <div style={{ ...size, transform: `scale(${scale})`, transformOrigin: '0 0' }}>
        {children}
      </div>
    </div>
  )
}

/** A mail: nothing in it may run, and its links lead nowhere. */
export function MailFrame({ html, size, title }: { html: string; size: Size; title: string }) {
  const still = html.replace('<head>', '<head><base target="_blank">')
  return (
    <Scaled size={size}>
      <iframe sandbox="" srcDoc={still} title={title} {...size} />
    </Scaled>
  )
}

/** The addresses of the client site's own stylesheets: a copy of them here would grow apart. */
async function clientStyles(): Promise<string[]> {
  const home = await fetch('/')
  const page = new DOMParser().parseFromString(await home.text(), 'text/html')
  return [...page.querySelectorAll('link[rel="stylesheet"]')].map(
    (link) => link.getAttribute('href') ?? '',
  )
}

/** A piece of the client's page, in that page's own clothes. */
export function PageFrame(props: { lang: string; size: Size; title: string; children: ReactNode }) {
  const { lang, size, title, children } = props
  const [styles, setStyles] = useState<string[] | null>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)
  useEffect(() => {
    clientStyles().then(setStyles, () => setStyles([])) // Without them it is plain, but readable.
  }, [])
  if (!styles) return null
  const links = styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join('')
  const page = `<!doctype html><html lang="${lang}"><head><base target="_blank">${links}</head><body></body></html>`
  return (
    <Scaled size={size}>
      <iframe
        // Its document is filled from here, which takes the same origin; scripts stay forbidden.
        sandbox="allow-same-origin"
        srcDoc={page}
        title={title}
        onLoad={(event) => setBody(event.currentTarget.contentDocument?.body ?? null)}
        {...size}
      />
      {body && createPortal(children, body)}
    </Scaled>
  )
}
