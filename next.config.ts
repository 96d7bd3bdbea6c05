import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** Portal pages live under [lang]; French has no prefix, so its addresses are rewritten. */
const FRENCH = ['biens', 'reservation', 'suivi', 'espace']

const PRIVATE = [
  '/:lang(en)?/reservation/:path*',
  '/:lang(en)?/suivi/:path*',
  '/:lang(en)?/espace/:path*',
]

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
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
      ],
    },
    ...PRIVATE.map((source) => ({
      source,
      headers: [{ key: 'Cache-Control', value: 'no-store' }],
    })),
  ],
}

export default withPayload(config, { devBundleServerPackages: false })
