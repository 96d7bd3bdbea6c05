import type { MetadataRoute } from 'next'
import { env } from '@/env'

export const dynamic = 'force-dynamic'

/** Private pages say `noindex` themselves: a crawler must be able to read that. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/admin', '/api/', '/suivi/', '/en/suivi/'] },
    sitemap: new URL('/sitemap.xml', env.serverUrl).toString(),
  }
}
