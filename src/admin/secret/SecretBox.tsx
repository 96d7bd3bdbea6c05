import type { UIFieldServerProps } from 'payload'
import { isAdmin } from '@/access'
import { adminLocale } from '@/admin/words'
import { SecretControls } from './SecretControls.client'
import { secretWords } from './words'

/** Makes a new secret and shows it this once. */
export function WebhookSecret({ id, req, i18n }: UIFieldServerProps) {
  if (!id || !isAdmin({ req })) return null
  const { webhook, show, once, failed } = secretWords(adminLocale(i18n))
  return (
    <SecretControls
      path={`/api/webhooks/${id}/secret`}
      words={{ ...webhook, show, once, failed }}
    />
  )
}

export function ApiKeySecret({ id, req, i18n }: UIFieldServerProps) {
  if (!id || !isAdmin({ req })) return null
  const { key, showKey, once, failed } = secretWords(adminLocale(i18n))
  return (
    <SecretControls
      path={`/api/api-keys/${id}/secret`}
      words={{ ...key, show: showKey, once, failed }}
    />
  )
}
