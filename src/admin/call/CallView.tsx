import { randomUUID } from 'node:crypto'
import type { AdminViewServerProps } from 'payload'
import { StaffView } from '@/admin/StaffView'
import { VIEW_TITLES } from '@/admin/viewTitles'
import { agencyOf } from '@/admin/agency'
import { momentWords } from '@/admin/momentWords'
import { phoneExample } from '@/domain/phone'
import { propertyName } from '@/domain/propertyName'
import { KIND_LABELS } from '@/domain/status'
import { env } from '@/env'
import { CallForm } from './CallForm.client'
import { callWords } from './words'

/** A request on behalf of a caller: the same rules, promise and messages as on the site. */
export function CallView(props: AdminViewServerProps) {
  return (
    <StaffView {...props} title={VIEW_TITLES['/appel']}>
      {async ({ req, locale }) => {
        const { docs } = await req.payload.find({
          collection: 'properties',
          where: { status: { equals: 'publie' } },
          overrideAccess: false,
          user: req.user,
          depth: 0,
          limit: 1_000,
          pagination: false,
          sort: 'title',
          select: { title: true, kinds: true, district: true },
        })
        return (
          <CallForm
            requestKey={randomUUID()}
            properties={docs.map(({ id, title, district, kinds }) => ({
              id,
              title: propertyName({ title, district }),
              kinds: kinds.map((value) => ({ value, label: KIND_LABELS[value][locale] })),
            }))}
            language={(await agencyOf(req.payload)).defaultLanguage}
            words={callWords(locale, phoneExample(env.country))}
            moment={momentWords(locale, new Date())}
          />
        )
      }}
    </StaffView>
  )
}
