import Link from 'next/link'
import type { UIFieldServerProps } from 'payload'
import { isAdmin } from '@/access'
import { editorWords } from './editorWords'
import { templateLinks } from './templateLinks'
import { adminLocale } from './words'

/** What this reader read: the version of the template that the message was written from. */
export async function TemplateVersion({ id, payload, user, i18n }: UIFieldServerProps) {
  if (id === undefined || !isAdmin({ req: { user: user ?? null } })) return null
  const link = (await templateLinks(payload, [Number(id)])).get(Number(id))
  if (!link) return null
  return (
    <p>
      <Link href={link} prefetch={false}>
        {editorWords(adminLocale(i18n)).versionRead}
      </Link>
    </p>
  )
}
