import type { AdminViewServerProps, PayloadRequest, UIFieldServerProps } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { adminLocale } from '@/admin/words'
import type { Locale } from '@/domain/status'
import { whenInWords } from '@/domain/wording'
import { env } from '@/env'
import { clashesOf, type Clash } from './outsideFacts'
import { outsideWords } from './words'

type Asker = Parameters<typeof isAdmin>[0]
type User = Asker['req']['user']

/** Whose clashes somebody may see: null for all, undefined for none. */
const ownerOf = (user: User): number | null | undefined => {
  if (isAdmin({ req: { user } })) return null
  return isOwner({ req: { user } }) ? Number(user?.id) : undefined
}

function ClashList({
  clashes,
  locale,
  linked,
}: {
  clashes: Clash[]
  locale: Locale
  linked: boolean
}) {
  const words = outsideWords(locale)
  if (clashes.length === 0) return null
  const when = ({ startsAt, endsAt, nights }: Clash) =>
    whenInWords({
      kind: nights ? 'sejour' : 'visite',
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      zone: env.timeZone,
      locale,
    })
  return (
    <section className="scim-block scim-clashes">
      <h3>{words.clashes}</h3>
      <p>{words.clashHint}</p>
      <ul className="scim-list">
        {clashes.map((clash) => (
          <li key={`${clash.reservation} ${clash.startsAt} ${clash.calendar}`}>
            {linked && (
              <>
                <a href={`/admin/collections/reservations/${clash.reservation}`}>
                  {clash.reference}
                </a>
                {` · ${clash.property} · `}
              </>
            )}
            {words.clash(when(clash), clash.calendar ?? words.unnamed)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On the dashboard: every clash that whoever looks has to resolve. */
export async function Clashes({ payload, user, i18n }: AdminViewServerProps) {
  const owner = ownerOf(user ?? null)
  if (owner === undefined) return null
  const clashes = await clashesOf(payload, { owner })
  return <ClashList clashes={clashes} locale={adminLocale(i18n)} linked />
}

/** On the reservation itself. */
export async function ReservationClash({
  id,
  req,
  locale,
}: {
  id: number
  req: PayloadRequest
  locale: Locale
}) {
  const owner = ownerOf(req.user)
  if (owner === undefined) return null
  const clashes = await clashesOf(req.payload, { owner, reservation: id })
  return <ClashList clashes={clashes} locale={locale} linked={false} />
}

/** On the property: its own. */
export async function PropertyClashes({
  property,
  payload,
  user,
  locale,
}: Pick<UIFieldServerProps, 'payload' | 'user'> & { property: number; locale: Locale }) {
  const owner = ownerOf(user)
  if (owner === undefined) return null
  const clashes = await clashesOf(payload, { owner, property })
  return <ClashList clashes={clashes} locale={locale} linked />
}
