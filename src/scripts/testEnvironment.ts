import type { Environment } from './process'
import { localSecret } from './settings'

/** The settings the tests run with: nothing of a developer's own `.env` may leak in. */
export const testEnvironment = (): Environment => ({
  DATABASE_URL: '',
  PAYLOAD_SECRET: localSecret(),
  SERVER_URL: '',
  PORT: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  SCIM_CONTACT_EMAIL: 'contact@scim.example',
  SCIM_WHATSAPP_PHONE: '',
  SCIM_RESERVATION_SLA_MINUTES: '',
  SCIM_HOLD_HOURS: '',
  SCIM_TIME_ZONE: '',
  SCIM_COUNTRY: '',
  SCIM_WORKER: '',
  SCIM_DRAIN_SECONDS: '',
  TRUSTED_PROXIES: '',
  METRICS_TOKEN: '',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  SMS_API_URL: '',
  SMS_ACCOUNT: '',
  SMS_TOKEN: '',
  SMS_FROM: '',
  WHATSAPP_API_URL: '',
  WHATSAPP_PHONE_NUMBER_ID: '',
  WHATSAPP_TOKEN: '',
  WHATSAPP_APP_SECRET: '',
  WHATSAPP_VERIFY_TOKEN: '',
  WHATSAPP_TEMPLATES: '',
  NODE_ENV: undefined,
})
