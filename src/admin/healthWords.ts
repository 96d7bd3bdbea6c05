import type { Locale } from '@/domain/status'
import { durationInWords } from '@/domain/wording'
import { VIEW_TITLES } from './viewTitles'

/** Seconds while they say something, else as people say a span of time. */
const span = (seconds: number, locale: Locale) =>
  seconds < 120 ? `${seconds} s` : durationInWords(seconds / 60, locale)

const fr = {
  title: VIEW_TITLES['/sante'].fr,
  lead: 'Ce que le service sait de lui-même, au moment où cette page s’ouvre.',
  adminOnly: 'Cette page est réservée aux administrateurs.',
  health: 'Santé',
  states: { ok: 'Tout va bien', degraded: 'À surveiller', down: 'En panne' },
  database: 'Base de données',
  databaseOk: (version: string) => `répond, PostgreSQL ${version}`,
  databaseDown: 'ne répond pas',
  databaseUnread: (code: string | null) =>
    `son état n’a pas pu être lu${code ? ` (code ${code})` : ''} ; le journal du serveur dit où`,
  migrations: 'Structure de la base',
  migrationsOk: (count: number) => `à jour, ${count} étapes appliquées`,
  migrationsMissing: (count: number) =>
    `${count} étape${count > 1 ? 's' : ''} à appliquer : lancez « npm run migrate »`,
  worker: 'Envoi et rappels automatiques',
  workerSeen: (seconds: number) => `vu il y a ${span(seconds, 'fr')}`,
  workerNone: 'aucun processus ne tourne : rien ne part, rien n’est rappelé',
  workerLate: (seconds: number) =>
    `plus vu depuis ${span(seconds, 'fr')} : rien ne part, rien n’est rappelé`,
  clocksLate: (seconds: number) => `des échéances attendent depuis ${span(seconds, 'fr')}`,
  mailDown: (seconds: number) => `le serveur ne prend plus rien depuis ${span(seconds, 'fr')}`,
  mail: 'E-mails',
  noServer: 'aucun serveur de messagerie réglé : les messages attendent et se lisent sur le site',
  lastAccepted: (when: string) => `dernier accepté par le serveur : ${when}`,
  neverAccepted: 'aucun message accepté jusqu’ici',
  waiting: (count: number) => `${count} en attente`,
  overdue: (seconds: number) => `le plus ancien attend depuis ${span(seconds, 'fr')}`,
  givenUp: (count: number) => `${count} abandonné${count > 1 ? 's' : ''}`,
  whatsapp: 'WhatsApp',
  noWhatsapp: 'aucun numéro réglé : aucun lien WhatsApp n’apparaît nulle part',
  tryLink: 'Essayer le lien',
  tryText: 'Bonjour, ceci est un essai de notre lien WhatsApp.',
  templates: 'Modèles de messages',
  templatesOk: 'tous publiés et complets, dans les deux langues',
  templatesFaulty: (count: number) => `${count} à revoir : le texte intégré est envoyé à la place`,
  programs: 'Programmes à prévenir',
  programsOk: (count: number) => `${count} programme${count > 1 ? 's' : ''}, aucun échec en cours`,
  programsFailing: (retried: number, givenUp: number) =>
    [
      ...(retried > 0 ? [`${retried} appel${retried > 1 ? 's' : ''} à réessayer`] : []),
      ...(givenUp > 0
        ? [`${givenUp} abandonné${givenUp > 1 ? 's' : ''} depuis le dernier accepté`]
        : []),
    ].join(' · '),
  calendars: 'Calendriers d’ailleurs',
  calendarsOk: (count: number) => `${count} lu${count > 1 ? 's' : ''} avec succès`,
  calendarsFailing: (failing: number, count: number) =>
    `${failing} sur ${count} ne se lit plus : ce qui en était connu reste fermé ; la page du bien dit pourquoi`,
  backups: 'Sauvegardes de la nuit',
  noBackup: 'aucune trouvée ici ; voir « npm run backup »',
  lastBackup: (when: string) => `dernière le ${when}`,
  lastIncomplete: (when: string) => `dernière le ${when}, sans toutes les photos`,
  see: 'Voir',
  settings: 'Réglages en vigueur',
  settingsHint:
    'Ils se changent dans l’environnement du serveur, puis par un redémarrage. Les secrets ne sont jamais montrés.',
  name: 'Nom',
  meaning: 'Ce que c’est',
  value: 'Valeur',
  unset: 'non réglé',
}

export type HealthWords = typeof fr

const en: HealthWords = {
  title: VIEW_TITLES['/sante'].en,
  lead: 'What the service knows of itself at the moment this page opens.',
  adminOnly: 'This page is for administrators.',
  health: 'Health',
  states: { ok: 'All is well', degraded: 'To watch', down: 'Down' },
  database: 'Database',
  databaseOk: (version) => `answers, PostgreSQL ${version}`,
  databaseDown: 'does not answer',
  databaseUnread: (code) =>
    `its state could not be read${code ? ` (code ${code})` : ''}; the server’s log says where`,
  migrations: 'Structure of the database',
  migrationsOk: (count) => `up to date, ${count} steps applied`,
  migrationsMissing: (count) =>
    `${count} step${count > 1 ? 's' : ''} to apply: run “npm run migrate”`,
  worker: 'Automatic sending and reminders',
  workerSeen: (seconds) => `seen ${span(seconds, 'en')} ago`,
  workerNone: 'no process is running: nothing leaves, nothing is reminded',
  workerLate: (seconds) =>
    `not seen for ${span(seconds, 'en')}: nothing leaves, nothing is reminded`,
  clocksLate: (seconds) => `deadlines have waited for ${span(seconds, 'en')}`,
  mailDown: (seconds) => `the server has taken nothing for ${span(seconds, 'en')}`,
  mail: 'E-mails',
  noServer: 'no mail server is set: messages wait and can be read on the site',
  lastAccepted: (when) => `last accepted by the server: ${when}`,
  neverAccepted: 'no message accepted so far',
  waiting: (count) => `${count} waiting`,
  overdue: (seconds) => `the oldest has waited for ${span(seconds, 'en')}`,
  givenUp: (count) => `${count} given up`,
  whatsapp: 'WhatsApp',
  noWhatsapp: 'no number is set: no WhatsApp link appears anywhere',
  tryLink: 'Try the link',
  tryText: 'Hello, this is a test of our WhatsApp link.',
  templates: 'Message templates',
  templatesOk: 'all published and complete, in both languages',
  templatesFaulty: (count) => `${count} to look at: the built-in text is sent instead`,
  programs: 'Programs to tell',
  programsOk: (count) => `${count} program${count > 1 ? 's' : ''}, no call is failing`,
  programsFailing: (retried, givenUp) =>
    [
      ...(retried > 0 ? [`${retried} call${retried > 1 ? 's' : ''} to try again`] : []),
      ...(givenUp > 0 ? [`${givenUp} given up since the last accepted one`] : []),
    ].join(' · '),
  calendars: 'Other calendars',
  calendarsOk: (count) => `${count} read successfully`,
  calendarsFailing: (failing, count) =>
    `${failing} of ${count} can no longer be read: what was known stays closed; the property’s page says why`,
  backups: 'Nightly backups',
  noBackup: 'none found here; see “npm run backup”',
  lastBackup: (when) => `last one on ${when}`,
  lastIncomplete: (when) => `last one on ${when}, without all photos`,
  see: 'See',
  settings: 'Settings in force',
  settingsHint:
    'They are changed in the server’s environment, then by a restart. Secrets are never shown.',
  name: 'Name',
  meaning: 'What it is',
  value: 'Value',
  unset: 'not set',
}

export const healthWords = (locale: Locale): HealthWords => (locale === 'en' ? en : fr)
