import type { MetadataRoute } from 'next'
import { LOCALES } from '@/domain/status'
import { listProperties } from '@/portal/properties'
import { publicAddress } from '@/portal/publicAddress'

export const dynamic = 'force-dynamic'

/** The public pages, each in its languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const properties = await listProperties({})
  const paths = ['/', ...properties.map(({ slug }) => `/biens/${slug}`)]
  return paths.flatMap((path) =>
    LOCALES.map((locale) => ({
      url: publicAddress(locale, path),
      alternates: { languages: languagesOf(path) },
    })),
  )
}

const languagesOf = (path: string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, publicAddress(locale, path)]))
