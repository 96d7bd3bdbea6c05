import { env } from '@/env'

export const dynamic = 'force-dynamic'

const MONTH = 30 * 86_400_000

/** Whom to tell about a hole (RFC 9116). It says for how long it may be believed. */
export const GET = () =>
  new Response(
    [
      `Contact: mailto:${env.contactEmail}`,
      `Expires: ${new Date(Date.now() + 6 * MONTH).toISOString()}`,
      'Preferred-Languages: fr, en',
      `Canonical: ${env.serverUrl}/.well-known/security.txt`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  )
