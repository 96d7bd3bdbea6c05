import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** Portal pages live under [lang]; French has no prefix, so its addresses are rewritten. */
const FRENCH = ['biens', 'reservation', 'suivi', 'espace', 'hors-ligne', 'decision']

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` and `npm test` check them, on more than the pages: see src/scripts/types.ts.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Three quarters of the build, and nobody reads them.
    serverSourceMaps: false,
    // Writing 200 MB for the next build costs a third of this one, and releases are built from nothing.
    turbopackFileSystemCacheForBuild: false,
    // The server's is done afterwards, once for each chunk: see src/scripts/minifyChunks.ts.
    turbopackMinify: { server: false },
  },
  // Titles stand in the head for everybody: streamed into the body they need a script to get there.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['pg', 'nodemailer', 'sharp', 'prom-client'],
  // Nobody writes a request by hand: who phones is written down on the screen for calls.
  redirects: async () => [
    {
      source: '/admin/collections/reservations/create',
      destination: '/admin/appel',
      permanent: false,
    },
  ],
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
        source: '/:path((?!(?:fr|en|admin)(?:/|$)|(?:api|calendriers|carte|programmes)/.).*)',
        destination: '/fr/introuvable',
      },
    ],
    fallback: [],
  }),
  headers: async () => [
    { source: '/sw.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
  ],
}

const withPanel = withPayload(config, { devBundleServerPackages: false })

/**
 * Payload asks every page for the panel's colour hint, and `Critical-CH` makes a browser ask for the
 * page a second time: a second lost for a client on 2G. Only the panel reads it.
 */
export default {
  ...withPanel,
  headers: async () =>
    ((await withPanel.headers?.()) ?? []).map((entry) =>
      entry.headers.some(({ key }) => key === 'Critical-CH')
        ? { ...entry, source: '/admin/:path*' }
        : entry,
    ),
} satisfies NextConfig
