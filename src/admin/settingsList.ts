import type { Locale, Words } from '@/domain/status'
import { env } from '@/env'

/** The effective settings, as an administrator may read them: no password and no secret. */

export type SettingRow = { name: string; meaning: string; value: string | null }

const SET: Words = { fr: 'réglé (jamais montré)', en: 'set (never shown)' }
const EMBEDDED: Words = { fr: 'base intégrée', en: 'embedded database' }
const WORKERS: Record<'inline' | 'off', Words> = {
  inline: { fr: 'dans ce processus', en: 'in this process' },
  off: { fr: 'dans un processus à part', en: 'in a process of its own' },
}

/** An address without who logs in there. */
function placeOf(address: string | undefined): string | null {
  if (!address) return null
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}

export function settingsList(locale: Locale): SettingRow[] {
  const row = (name: string, fr: string, en: string, value: string | null): SettingRow => ({
    name,
    meaning: { fr, en }[locale],
    value,
  })
  const secret = (text: string | undefined) => (text ? SET[locale] : null)
  return [
    row('SERVER_URL', 'Adresse publique', 'Public address', env.serverUrl),
    row('SCIM_CONTACT_EMAIL', 'Administrateur de référence', 'Reference admin', env.contactEmail),
    row('MAIL_FROM', 'Expéditeur des e-mails', 'Sender of e-mails', env.mailFrom),
    row('SMTP_URL', 'Serveur de messagerie', 'Mail server', placeOf(env.smtpUrl)),
    row('SCIM_WHATSAPP_PHONE', 'Numéro WhatsApp', 'WhatsApp number', env.whatsappPhone),
    row(
      'SCIM_RESERVATION_SLA_MINUTES',
      'Délai de réponse promis (minutes)',
      'Promised delay of answer (minutes)',
      String(env.slaMinutes),
    ),
    row(
      'SCIM_HOLD_HOURS',
      'Durée de garde d’une place (heures)',
      'Hours a place is held',
      String(env.holdHours),
    ),
    row('SCIM_TIME_ZONE', 'Fuseau horaire', 'Time zone', env.timeZone),
    row('SCIM_COUNTRY', 'Pays', 'Country', env.country),
    row('SCIM_WORKER', 'Envoi des messages', 'Sending of messages', WORKERS[env.worker][locale]),
    row(
      'TRUSTED_PROXIES',
      'Serveurs mandataires crus',
      'Trusted proxies',
      env.trustedProxies.join(', ') || null,
    ),
    row(
      'DATABASE_URL',
      'Base de données',
      'Database',
      placeOf(env.databaseUrl) ?? EMBEDDED[locale],
    ),
    row('PAYLOAD_SECRET', 'Secret de signature', 'Signing secret', secret(env.payloadSecret)),
    row('METRICS_TOKEN', 'Jeton des mesures', 'Metrics token', secret(env.metricsToken)),
    ...phoneSettings(row, secret),
  ]
}

/** A channel that is not set has no rows. */
function phoneSettings(
  row: (name: string, fr: string, en: string, value: string | null) => SettingRow,
  secret: (text: string) => string | null,
): SettingRow[] {
  const { sms, whatsappApi } = env
  return [
    ...(sms
      ? [
          row('SMS_API_URL', 'Passerelle SMS', 'SMS gateway', placeOf(sms.apiUrl)),
          row('SMS_ACCOUNT', 'Compte SMS', 'SMS account', sms.account),
          row('SMS_FROM', 'Expéditeur des SMS', 'Sender of text messages', sms.from),
          row('SMS_TOKEN', 'Jeton SMS', 'SMS token', secret(sms.token)),
        ]
      : []),
    ...(whatsappApi
      ? [
          row('WHATSAPP_API_URL', 'API WhatsApp', 'WhatsApp API', placeOf(whatsappApi.apiUrl)),
          row(
            'WHATSAPP_PHONE_NUMBER_ID',
            'Numéro chez Meta',
            'Number at Meta',
            whatsappApi.phoneNumberId,
          ),
          row(
            'WHATSAPP_TEMPLATES',
            'Modèles approuvés',
            'Approved templates',
            Object.entries(whatsappApi.templates)
              .map(([key, name]) => `${key}=${name}`)
              .join(', '),
          ),
          row('WHATSAPP_TOKEN', 'Jeton WhatsApp', 'WhatsApp token', secret(whatsappApi.token)),
          row(
            'WHATSAPP_APP_SECRET',
            'Secret de l’application',
            'App secret',
            secret(whatsappApi.appSecret),
          ),
          row(
            'WHATSAPP_VERIFY_TOKEN',
            'Mot de vérification',
            'Verify token',
            secret(whatsappApi.verifyToken),
          ),
        ]
      : []),
  ]
}
