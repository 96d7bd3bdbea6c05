import type { Advice } from '@/domain/report'
import type { Locale } from '@/domain/status'
import { durationInWords } from '@/domain/wording'
import { VIEW_TITLES } from './viewTitles'

/** The panel's own texts. Payload brings the rest. */
const fr = {
  client: 'Client',
  price: (sign: string) => `Prix (${sign})`,
  priceAsked: 'Sur demande',
  whatsappText: (agency: string, reference: string) =>
    `Bonjour, ici ${agency} au sujet de votre demande ${reference}.`,
  timeline: 'Historique',
  conversation: 'Messages',
  none: 'Aucun message.',
  to: 'à',
  attempts: (count: number) => `${count} essai${count > 1 ? 's' : ''}`,
  lastError: 'Dernière erreur',
  version: 'modèle',
  builtIn: 'texte intégré',
  stalls: {
    worker: 'Le service de fond est arrêté : rappels et messages attendent.',
    clocks: 'Des échéances passent sans être traitées.',
    mail: 'Le serveur de messagerie ne prend rien : les e-mails attendent.',
  },
  stallHint:
    'Le site ne promet plus d’heure et montre le téléphone, jusqu’à la reprise ; le travail en retard se fait alors une fois.',
  stallMore: 'Voir l’état complet',
  faults: 'Modèles à revoir',
  faultsHint: 'Pour ces messages, le texte intégré est envoyé à la place.',
  reports: {
    title: VIEW_TITLES['/rapports'].fr,
    month: 'Mois',
    show: 'Afficher',
    all: 'Toutes',
    groups: {
      total: 'Ensemble du mois',
      owner: 'Par propriétaire',
      property: 'Par bien',
      kind: 'Par demande',
      month: 'Douze derniers mois',
    },
    columns: {
      total: 'Demandes',
      owner: 'Propriétaire',
      property: 'Bien',
      kind: 'Demande',
      month: 'Mois',
    },
    requests: 'Nombre',
    kept: 'Tenues',
    median: 'Réponse médiane',
    p90: '9 sur 10 en',
    expired: 'Expirées',
    advice: (shares: readonly Advice[]) => {
      const [first, ...rest] = shares.map(
        ({ minutes, percent }) => [durationInWords(minutes, 'fr'), percent] as const,
      )
      const more = rest.map(([delay, share]) => ` ; à ${delay}, ${share} %`).join('')
      return first
        ? `À ${first[0]} vous auriez tenu ${first[1]} % des promesses du mois${more}.`
        : ''
    },
    noAdvice: 'Pas encore de promesse à juger ce mois-ci.',
    legend:
      'Une promesse est jugée quand une personne a répondu, ou quand l’heure promise est passée. Les durées comptent les heures d’ouverture.',
  },
}

export type AdminWords = typeof fr

const en: AdminWords = {
  client: 'Client',
  price: (sign) => `Price (${sign})`,
  priceAsked: 'On request',
  whatsappText: (agency, reference) => `Hello, ${agency} here about your request ${reference}.`,
  timeline: 'History',
  conversation: 'Messages',
  none: 'No message.',
  to: 'to',
  attempts: (count) => `${count} attempt${count > 1 ? 's' : ''}`,
  lastError: 'Last error',
  version: 'template',
  builtIn: 'built-in text',
  stalls: {
    worker: 'The background service has stopped: reminders and messages wait.',
    clocks: 'Deadlines pass and nothing is done.',
    mail: 'The mail server takes nothing: e-mails wait.',
  },
  stallHint:
    'Until it is back the site promises no time and shows the phone; overdue work is then done once.',
  stallMore: 'See the full state',
  faults: 'Templates to look at',
  faultsHint: 'For these messages the built-in text is sent instead.',
  reports: {
    title: VIEW_TITLES['/rapports'].en,
    month: 'Month',
    show: 'Show',
    all: 'All',
    groups: {
      total: 'The whole month',
      owner: 'By owner',
      property: 'By property',
      kind: 'By kind',
      month: 'Last twelve months',
    },
    columns: {
      total: 'Requests',
      owner: 'Owner',
      property: 'Property',
      kind: 'Request',
      month: 'Month',
    },
    requests: 'Number',
    kept: 'Kept',
    median: 'Median answer',
    p90: '9 in 10 within',
    expired: 'Expired',
    advice: (shares) => {
      const [first, ...rest] = shares.map(
        ({ minutes, percent }) => [durationInWords(minutes, 'en'), percent] as const,
      )
      const more = rest.map(([delay, share]) => `; at ${delay}, ${share}%`).join('')
      return first
        ? `At ${first[0]} you would have kept ${first[1]}% of the month’s promises${more}.`
        : ''
    },
    noAdvice: 'No promise to judge in this month yet.',
    legend:
      'A promise is judged once a person has answered, or once the promised time has passed. Durations count opening hours.',
  },
}

export const adminLocale = (i18n: { language: string }): Locale =>
  i18n.language === 'en' ? 'en' : 'fr'

export const adminWords = (locale: Locale): AdminWords => (locale === 'en' ? en : fr)
