import type { MetadataRoute } from 'next'
import type { Locale } from '@/domain/status'
import { agencyNow } from '@/portal/agency'
import { listProperties } from '@/portal/properties'
import { publicAddress } from '@/portal/publicAddress'

export const dynamic = 'force-dynamic'

/** The public pages, each in its languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { languages } = await agencyNow()
  const properties = await listProperties({})
  const paths = ['/', ...properties.map(({ slug }) => `/biens/${slug}`)]
  return paths.flatMap((path) =>
    languages.map((locale) => ({
      url: publicAddress(locale, path),
      alternates: { languages: languagesOf(languages, path) },
    })),
  )
}

const languagesOf = (languages: readonly Locale[], path: string) =>
  Object.fromEntries(languages.map((locale) => [locale, publicAddress(locale, path)]))
