/** What every answer says about itself to the browser, by the kind of address it stands at. */

type Area = 'page' | 'panel' | 'api' | 'file' | 'asset' | 'card'

const PRIVATE_PAGE = /^(\/(fr|en))?\/(reservation|suivi|espace|decision)(\/|$)/

function areaOf(path: string): Area {
  if (path.startsWith('/api/media/file/')) return 'file'
  // `/api` itself is nothing, and the house's page says so.
  if (path.startsWith('/api/')) return 'api'
  if (/^\/admin(\/|$)/.test(path)) return 'panel'
  if (path.startsWith('/carte/') || path === '/carte.js') return 'card'
  return path.startsWith('/_next/') ? 'asset' : 'page'
}

const isPrivate = (path: string, area: Area) =>
  area === 'api' || area === 'panel' || PRIVATE_PAGE.test(path)

/** Development needs eval, inline styles and a socket for hot reload. */
const DEV = { script: " 'unsafe-eval'", style: " 'unsafe-inline'", connect: ' ws:' }
const LIVE = { script: '', style: '', connect: '' }

function policyOf(area: Area, nonce: string, dev: boolean): string {
  const more = dev ? DEV : LIVE
  const ours = [
    `script-src 'self' 'nonce-${nonce}'${more.script}`,
    `connect-src 'self'${more.connect}`,
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ]
  switch (area) {
    case 'page':
    case 'asset':
      return [
        "default-src 'none'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "worker-src 'self'",
        `style-src 'self'${dev ? DEV.style : ` 'nonce-${nonce}'`}`,
        ...ours,
      ].join('; ')
    case 'panel':
      // Payload's panel sets style attributes, and shows what is being uploaded from a blob.
      return [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "style-src 'self' 'unsafe-inline'",
        "frame-src 'self'",
        "worker-src 'self' blob:",
        ...ours,
      ].join('; ')
    case 'file':
      return "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
    case 'card':
      // Stands in any page, so it can do nothing: no script, no form, no file.
      return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    case 'api':
      return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }
}

/** Of a browser that has logged in, behind https and without. */
const STAFF_COOKIE = /(^|;\s*)(__Host-)?scim-token=/

/**
 * How long a photo may be kept, and by whom: staff see some that no stranger may, so a proxy keeps none of
 * theirs for others, and a refusal ends with its reason.
 */
export function photoCaching(
  path: string,
  status: number,
  { cookie = '', authorization }: { cookie?: string; authorization?: string },
): Record<string, string> {
  if (areaOf(path) !== 'file') return {}
  if (status >= 400) return { 'Cache-Control': 'no-store' }
  const isStaff = authorization !== undefined || STAFF_COOKIE.test(cookie)
  return { 'Cache-Control': `${isStaff ? 'private' : 'public'}, max-age=86400` }
}

/**
 * @param path without query
 * @param nonce fresh for every request; Next puts it on its own scripts
 */
export function securityHeaders(
  path: string,
  nonce: string,
  { https, dev }: { https: boolean; dev: boolean },
): Record<string, string> {
  const area = areaOf(path)
  return {
    'Content-Security-Policy': policyOf(area, nonce, dev),
    'X-Content-Type-Options': 'nosniff',
    ...(area === 'card' ? {} : { 'X-Frame-Options': 'SAMEORIGIN' }),
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // A photo may stand in a mail that is read on another site, and a card in any page.
    'Cross-Origin-Resource-Policy':
      area === 'file' || area === 'card' ? 'cross-origin' : 'same-origin',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
    ...(isPrivate(path, area) ? { 'Cache-Control': 'no-store' } : {}),
  }
}
