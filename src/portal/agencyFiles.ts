import { createHash } from 'node:crypto'
import type { Agency } from '@/domain/agency'
import { markFile } from '@/domain/mark'
import { href } from '@/i18n/paths'

/** What browsers and telephones keep of the agency: its icon and how it is installed. */

const hashed = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10)

/** The addresses change with what they name, so browsers never show an old one. */
export const iconAddress = (agency: Agency) => `/favicon.svg?v=${hashed(markFile(agency))}`
/** What changes a picture that bears the agency's name on its colour, and a price. */
export const lookOf = ({ name, colour, currency }: Agency) =>
  hashed(JSON.stringify([name, colour, currency]))
export const manifestAddress = (agency: Agency) =>
  `/manifest.webmanifest?v=${hashed(manifestFile(agency))}`

const LOGO_TYPE = 'image/webp' // Uploads are written anew as WebP (src/collections/Media.ts).

/** A web application manifest (W3C appmanifest). */
export function manifestFile(agency: Agency): string {
  const { name, shortName, colour, defaultLanguage, logo } = agency
  return JSON.stringify({
    name: name[defaultLanguage],
    short_name: shortName[defaultLanguage],
    lang: defaultLanguage,
    start_url: href(defaultLanguage, '/espace'),
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f1',
    theme_color: colour,
    icons: [
      { src: iconAddress(agency), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...(logo
        ? [
            {
              src: logo.url,
              sizes: `${logo.width}x${logo.height}`,
              type: LOGO_TYPE,
              purpose: 'any',
            },
          ]
        : []),
    ],
  })
}

/** A file of the agency; for ever where its address names its content, else asked for again. */
export function agencyFile(request: Request, type: string, content: string): Response {
  const etag = `"${hashed(content)}"`
  const named = new URL(request.url).searchParams.get('v') === hashed(content)
  const headers = {
    'Content-Type': type,
    'Cache-Control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
  }
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(content, { headers })
}
