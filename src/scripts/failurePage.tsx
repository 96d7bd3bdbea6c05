import type { IncomingMessage } from 'node:http'
import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { FailureView, titleOf } from '@/components/FailureView'
import { NEUTRAL_COLOUR, type Agency } from '@/domain/agency'
import { markFile } from '@/domain/mark'
import { siteStyle } from '@/domain/paletteStyle'
import type { Locale } from '@/domain/status'
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
  const path = request.url ?? '/'
  const panel = /^\/admin(\/|$|\?)/.test(path)
  const { agency, contactPhone, contactAddress } = lastSeenOffice()
  const locale = panel ? ofReader(request) : spoken(/^\/en(\/|$|\?)/.test(path), agency)
  const reference = failure.form?.reference
  const text = reference ? clientText(reference, locale) : strangersText(locale)
  const contact = {
    contactEmail: env.contactEmail,
    contactPhone,
    contactAddress,
    whatsappUrl: whatsappLink(env.whatsappPhone, text),
  }
  const policy = request.headers['content-security-policy']?.toString() ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  const style = agency.colour === NEUTRAL_COLOUR ? STYLE : STYLE + siteStyle(agency.colour)
  const body = renderToStaticMarkup(
    <FailureView
      {...{ locale, agency, contact, path, panel, failure }}
      reads={request.method === 'GET' || request.method === 'HEAD'}
      id={id.slice(0, 8)}
    />,
  )
  const title = `${titleOf(failure, locale)} · ${agency.name[locale]}`
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(markFile(agency))}"/>
${renderToStaticMarkup(<title>{title}</title>)}<style nonce="${nonce ?? ''}">${style}</style></head>
<body>${body}</body></html>`
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
