import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** Portal pages live under [lang]; French has no prefix, so its addresses are rewritten. */
const FRENCH = ['biens', 'reservation', 'suivi', 'espace']

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'nodemailer', 'sharp', 'prom-client'],
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/fr' },
      ...FRENCH.flatMap((page) => [
        { source: `/${page}`, destination: `/fr/${page}` },
        { source: `/${page}/:path*`, destination: `/fr/${page}/:path*` },
      ]),
    ],
    // What nothing stands at gets the house's own page, with its policy, not the framework's.
    afterFiles: [
      {
        source: '/:path((?!(?:fr|en|admin|api|calendriers|carte|programmes)(?:/|$)).*)',
        destination: '/fr/introuvable',
      },
    ],
    fallback: [],
  }),
}

export default withPayload(config, { devBundleServerPackages: false })
