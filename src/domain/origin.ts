/** Whether a write comes from our own pages, by what browsers say about themselves. */

const READS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Browsers name the page a request was made from; a program without any of these headers has no
 * cookies to be misused, and may write.
 * @param origins where our own pages are served from, such as `https://scim.example`
 */
export function isForeignWrite(
  request: {
    method: string | undefined
    host: string | undefined
    origin: string | undefined
    referer: string | undefined
    secFetchSite: string | undefined
  },
  origins: readonly string[],
): boolean {
  const { method = 'GET', host, origin, referer, secFetchSite } = request
  if (READS.includes(method)) return false
  if (secFetchSite && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return true
  const from = origin ?? referer
  if (from === undefined) return false
  if (!URL.canParse(from)) return true
  const page = new URL(from)
  return !origins.includes(page.origin) && page.host !== host
}
