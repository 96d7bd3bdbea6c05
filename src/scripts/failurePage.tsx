import type { IncomingMessage } from 'node:http'
import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { BareFrame } from '@/components/BarePage'
import { FailureView, titleOf } from '@/components/FailureView'
import { RefusalView } from '@/components/RefusalView'
import { NEUTRAL_COLOUR, type Agency } from '@/domain/agency'
import { markFile } from '@/domain/mark'
import { siteStyle } from '@/domain/paletteStyle'
import type { Locale, Words } from '@/domain/status'
import { clientText, strangersText, whatsappLink } from '@/domain/whatsapp'
import { env } from '@/env'
import type { Failure } from '@/failure'
import { lastSeenOffice } from '@/messaging/office'
import { inRoot } from './paths'

/** In the page itself: while nothing works, one file is enough. */
const STYLE = ['tokens', 'base', 'shell', 'pages']
  .map((name) => readFileSync(inRoot('src', 'app', '(portal)', '[lang]', 'styles', `${name}.css`)))
  .join('\n')

/**
 * The page of a request that failed, with no script and nothing read from the database.
 * @param id of the request
 */
export function failurePage(request: IncomingMessage, failure: Failure, id: string): string {
  const frame = frameOf(request, failure.form?.reference)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return documentOf(
    request,
    frame,
    titleOf(failure, frame.locale),
    <FailureView
      {...frame}
      {...{ failure, reads }}
      path={request.url ?? '/'}
      id={id.slice(0, 8)}
    />,
  )
}

/** The page of a request that the gate turns away. */
export function refusalPage(request: IncomingMessage, status: number, words: Words): string {
  const frame = frameOf(request)
  const sent = request.method !== 'GET' && request.method !== 'HEAD'
  return documentOf(
    request,
    frame,
    words[frame.locale],
    <RefusalView {...frame} {...{ words, sent }} large={status === 413} />,
  )
}

function frameOf(request: IncomingMessage, reference?: string): BareFrame {
  const path = request.url ?? '/'
  const panel = /^\/admin(\/|$|\?)/.test(path)
  const { agency, contactPhone, contactAddress } = lastSeenOffice()
  const locale = panel ? ofReader(request) : spoken(/^\/en(\/|$|\?)/.test(path), agency)
  const text = reference ? clientText(reference, locale) : strangersText(locale)
  const contact = {
    contactEmail: env.contactEmail,
    contactPhone,
    contactAddress,
    whatsappUrl: whatsappLink(env.whatsappPhone, text),
  }
  return { locale, agency, contact, panel }
}

function documentOf(
  request: IncomingMessage,
  { agency, locale }: BareFrame,
  title: string,
  view: ReactNode,
): string {
  const policy = request.headers['content-security-policy']?.toString() ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  const style = agency.colour === NEUTRAL_COLOUR ? STYLE : STYLE + siteStyle(agency.colour)
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(markFile(agency))}"/>
${renderToStaticMarkup(<title>{`${title} · ${agency.name[locale]}`}</title>)}<style nonce="${nonce ?? ''}">${style}</style></head>
<body>${renderToStaticMarkup(view)}</body></html>`
}

const spoken = (english: boolean, { languages, defaultLanguage }: Agency): Locale => {
  const asked = english ? 'en' : 'fr'
  return languages.includes(asked) ? asked : defaultLanguage
}

/** The panel's language is a cookie of Payload's, else what the browser asks for. */
function ofReader({ headers }: IncomingMessage): Locale {
  const chosen = /(?:^|;\s*)payload-lng=(\w+)/.exec(headers.cookie ?? '')?.[1]
  return /^\s*en/i.test(chosen ?? headers['accept-language'] ?? '') ? 'en' : 'fr'
}
