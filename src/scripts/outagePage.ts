import type { IncomingMessage, ServerResponse } from 'node:http'
import { escapeHtml } from '@/domain/templateValues'
import { whatsappLink } from '@/domain/whatsapp'
import { env } from '@/env'
import { error } from '@/i18n/error'

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;color:#1c2526;background:#fff;margin:0 auto;
max-width:32rem;padding:2rem 1rem}h1{font-size:1.5rem}a{display:inline-block;padding:12px 0;
margin-right:1.5rem;color:#0b5c63}@media(prefers-color-scheme:dark){body{color:#e8eded;
background:#151b1c}a{color:#7fd0d6}}`

const link = (href: string, words: string) =>
  `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`

/** The policy that the answer will bear (see `secure`) allows a style of this nonce. */
const nonceOf = ({ headers }: Pick<IncomingMessage, 'headers'>) =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? ''

function outagePage(nonce: string): string {
  const whatsapp = whatsappLink(env.whatsappPhone, 'Bonjour')
  const ways = [
    link('', error.fr.retry),
    link(`mailto:${env.contactEmail}`, env.contactEmail),
    ...(whatsapp ? [link(whatsapp, 'WhatsApp')] : []),
  ]
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${error.fr.title}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><h1>${error.fr.title}</h1><p>${error.fr.text}</p><p lang="en">${error.en.text}</p>
<p>${ways.join(' ')}</p></body></html>
`
}

/**
 * The page that Next sends of its own failure is empty, and only a script fills it, in English. In
 * its place goes one that says the same to everybody, and whom to reach meanwhile.
 */
export function tellOutage(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  response: ServerResponse,
) {
  const { writeHead, write, end } = response
  let replaced: boolean | undefined
  const decide = (status: number): boolean => {
    const type = String(response.getHeader('Content-Type') ?? '')
    replaced ??= status >= 500 && type.startsWith('text/html')
    if (!replaced || response.headersSent) return replaced
    for (const name of ['Content-Length', 'Content-Encoding', 'ETag']) response.removeHeader(name)
    response.setHeader('Cache-Control', 'no-store')
    return replaced
  }
  // as, three times: what is not replaced is handed on as it came; each of them has several shapes.
  response.writeHead = (status: number, ...rest: unknown[]) => {
    decide(status)
    return Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse
  }
  response.write = (...given: unknown[]) =>
    decide(response.statusCode) || (Reflect.apply(write, response, given) as boolean)
  response.end = (...given: unknown[]) => {
    if (!decide(response.statusCode)) return Reflect.apply(end, response, given) as ServerResponse
    const page = request.method === 'HEAD' ? [] : [outagePage(nonceOf(request))]
    return Reflect.apply(end, response, page) as ServerResponse
  }
}
