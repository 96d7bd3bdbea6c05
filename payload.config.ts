import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { ApiKeys } from '@/collections/ApiKeys'
import { ChannelDeliveries } from '@/collections/ChannelDeliveries'
import { Clients } from '@/collections/Clients'
import { Media } from '@/collections/Media'
import { MessageTemplates } from '@/collections/MessageTemplates'
import { Messages } from '@/collections/Messages'
import { PastReservations } from '@/collections/PastReservations'
import { showPlaceTimes } from '@/collections/placeTimes'
import { Properties } from '@/collections/Properties'
import { ReservationChanges } from '@/collections/ReservationChanges'
import { Reservations } from '@/collections/Reservations'
import { Settings } from '@/collections/Settings'
import { speakLabels } from '@/collections/spokenLabels'
import { StatusHistory } from '@/collections/StatusHistory'
import { Users } from '@/collections/Users'
import { WebhookDeliveries } from '@/collections/WebhookDeliveries'
import { Webhooks } from '@/collections/Webhooks'
import { closeAdded } from '@/access'
import { cookieName } from '@/cookie'
import { safePostgres } from '@/database'
import { VIEW_TITLES, type ViewPath } from '@/admin/viewTitles'
import { addSessionsAlone } from '@/sessionWrites'
import { intakeEndpoints } from '@/desk/intake/endpoints'
import { env } from '@/env'
import { editedInOneTransaction } from '@/hooks/askEditLock'
import { hideForeignRows } from '@/hooks/hideForeignRows'
import { mapBrokenBody } from '@/hooks/mapBrokenBody'
import { mapDatabaseError } from '@/hooks/mapDatabaseError'
import { publicAccess } from '@/hooks/publicAccess'
import { sayRefusal } from '@/hooks/sayRefusal'
import { panelWords } from '@/i18n/panel'
import { outboxEmail } from '@/messaging/outboxEmail'
import { logger } from '@/logger'
import { SESSION_DEFAULTS } from '@/sessionDefaults'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Payload gives a custom view one title; the panel's layout says it in English. */
const view = (Component: string, at: ViewPath) => {
  const { fr: title } = VIEW_TITLES[at]
  return {
    Component,
    path: at,
    meta: { title, description: title, keywords: title, openGraph: { title } },
  }
}

const config = buildConfig({
  secret: env.payloadSecret ?? '',
  collections: [
    Reservations,
    Messages,
    ChannelDeliveries,
    StatusHistory,
    ReservationChanges,
    Clients,
    PastReservations,
    Properties,
    Media,
    MessageTemplates,
    Users,
    Webhooks,
    WebhookDeliveries,
    ApiKeys,
  ].map(editedInOneTransaction),
  globals: [Settings],
  db: addSessionsAlone(
    safePostgres({
      push: false,
      migrationDir: path.resolve(here, 'migrations'),
      pool: {
        connectionString: env.databaseUrl,
        options: SESSION_DEFAULTS,
        max: 10,
        // A new connection plans every statement anew: after a quiet moment the next client would wait.
        idleTimeoutMillis: 600_000,
        keepAlive: true,
        connectionTimeoutMillis: 15_000,
        statement_timeout: 30_000,
        idle_in_transaction_session_timeout: 30_000,
      },
    }),
  ),
  editor: lexicalEditor(),
  email: outboxEmail,
  sharp,
  logger,
  i18n: {
    supportedLanguages: { fr, en },
    fallbackLanguage: 'fr',
    translations: panelWords,
  },
  admin: {
    user: Users.slug,
    avatar: 'default',
    dateFormat: 'dd/MM/yyyy HH:mm',
    theme: 'all',
    // The agency's name follows by src/app/(payload)/admin/layout.tsx, for it is a setting.
    meta: {
      titleSuffix: '',
      icons: [{ url: '/favicon.svg' }],
      // What a messenger shows of the address; unset, Payload speaks of itself and draws a picture.
      defaultOGImageType: 'off',
      openGraph: { siteName: 'Réservations', description: 'Le bureau des réservations.' },
    },
    timezones: {
      supportedTimezones: [{ label: env.timeZone, value: env.timeZone }],
      defaultTimezone: env.timeZone,
    },
    importMap: { baseDir: path.resolve(here, 'src') },
    components: {
      graphics: { Logo: '/admin/Logo#Logo', Icon: '/admin/Icon#Icon' },
      views: {
        login: { Component: '/admin/login/LoginView#LoginView', path: '/login' },
        call: view('/admin/call/CallView#CallView', '/appel'),
        calendar: view('/admin/calendar/CalendarView#CalendarView', '/calendrier'),
        reports: view('/admin/Reports#Reports', '/rapports'),
        imports: view('/admin/intake/IntakeView#IntakeView', '/imports'),
        sante: view('/admin/HealthView#HealthView', '/sante'),
      },
      beforeNavLinks: ['/admin/NavLinks#NavLinks'],
      afterNavLinks: ['/admin/ReportsLink#ReportsLink', '/admin/HealthLink#HealthLink'],
      beforeDashboard: [
        '/admin/StallNotice#StallNotice',
        '/admin/outside/Clashes#Clashes',
        '/admin/dashboard/Morning#Morning',
        '/admin/TemplateFaults#TemplateFaults',
      ],
    },
  },
  // Nothing runs in Payload's queue: it can run a job twice and lose one for ever.
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  endpoints: [publicAccess, ...intakeEndpoints],
  hooks: { afterError: [mapDatabaseError, mapBrokenBody, sayRefusal] },
  graphQL: { disable: true },
  telemetry: false,
  defaultDepth: 0,
  maxDepth: 2,
  cors: [],
  csrf: env.origins,
  cookiePrefix: cookieName('scim'),
  upload: { limits: { fileSize: 10_000_000 }, abortOnLimit: true },
  typescript: {
    outputFile: path.resolve(here, 'src/payload-types.ts'),
    strictDraftTypes: true,
  },
})

export default config.then(closeAdded).then(hideForeignRows).then(showPlaceTimes).then(speakLabels)
