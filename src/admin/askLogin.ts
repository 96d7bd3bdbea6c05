import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

type Asked = Pick<AdminViewServerProps, 'params' | 'searchParams'>

/** Who is not logged in, or no longer, logs in first and then comes to the screen they asked for. */
export function askLogin({ params, searchParams }: Asked): never {
  const path = ['/admin', ...[params?.segments ?? []].flat()].join('/')
  const query = new URLSearchParams(
    Object.entries(searchParams ?? {}).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one]),
    ),
  )
  const wanted = query.size > 0 ? `${path}?${query.toString()}` : path
  redirect(`/admin/login?redirect=${encodeURIComponent(wanted)}`)
}
