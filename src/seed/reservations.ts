import type { Kind } from '@/domain/status'
import type { DemoClientKey } from './people'

type Who = 'proprietaire' | 'admin' | 'client' | 'systeme'
type Answer = { after: number; to: 'confirmee' | 'annulee'; by: Who; note?: string }

export type DemoReservation = {
  property: string
  client: DemoClientKey
  /** Minutes before now that it was asked. */
  asked: number
  note?: string
  source?: 'telephone'
  /** Minutes after the request. */
  answers?: Answer[]
  messages?: { after: number; text: string }[]
} & (
  | { kind: Exclude<Kind, 'sejour'>; workingDay: number; time: string }
  | { kind: 'sejour'; day: number; nights: number }
)

const HOUR = 60
const DAY = 24 * HOUR

/** A believable month: every state, on time and late, by phone and on the site. */
export const DEMO_RESERVATIONS: readonly DemoReservation[] = [
  // Waiting: just asked, soon due, late.
  {
    property: 'villa-mpila',
    kind: 'visite',
    client: 'awa',
    asked: 4,
    workingDay: 2,
    time: '09:00',
    note: 'Nous serions trois, dont ma mère qui se déplace avec une canne. Y a-t-il des marches à l’entrée ?',
  },
  {
    property: 'studio-poto-poto',
    kind: 'sejour',
    client: 'emily',
    asked: 11,
    day: 12,
    nights: 4,
    note: 'I arrive on the evening flight, around 9 pm. Is somebody there to give me the key?',
  },
  {
    property: 'duplex-moungali',
    kind: 'location',
    client: 'grace',
    asked: 23,
    workingDay: 3,
    time: '10:30',
    note: 'Je cherche pour janvier, bail de deux ans.',
  },
  {
    property: 'maison-bacongo',
    kind: 'achat',
    client: 'didier',
    asked: 49,
    workingDay: 4,
    time: '09:00',
    note: 'Je suis à Lyon jusqu’à vendredi : mon frère viendra visiter à ma place.',
    messages: [{ after: 38, text: 'Bonjour, avez-vous pu voir le propriétaire ?' }],
  },
  {
    property: 'appartement-lumumba',
    kind: 'visite',
    client: 'rosine',
    asked: 3 * HOUR + 10,
    workingDay: 2,
    time: '14:00',
  },
  // Confirmed, still to come.
  {
    property: 'villa-cote-sauvage',
    kind: 'sejour',
    client: 'nadege',
    asked: 3 * DAY,
    day: 9,
    nights: 3,
    note: 'Anniversaire de mariage : une table sur la terrasse serait merveilleuse.',
    answers: [
      {
        after: 14,
        to: 'confirmee',
        by: 'proprietaire',
        note: 'Avec plaisir : la table sera dressée face à la mer le premier soir.',
      },
    ],
    messages: [{ after: 60, text: 'Merci beaucoup ! Nous arriverons vers 16 h.' }],
  },
  {
    property: 'appartement-centre-ville',
    kind: 'visite',
    client: 'serge',
    asked: 26 * HOUR,
    workingDay: 1,
    time: '08:30',
    answers: [{ after: 9, to: 'confirmee', by: 'proprietaire' }],
  },
  {
    property: 'maison-loandjili',
    kind: 'achat',
    client: 'patrick',
    asked: 2 * DAY,
    workingDay: 3,
    time: '15:00',
    source: 'telephone',
    answers: [
      {
        after: 21,
        to: 'confirmee',
        by: 'admin',
        note: 'Notre agent vous attend devant la maison avec le dossier technique.',
      },
    ],
  },
  {
    property: 'residence-plateau',
    kind: 'sejour',
    client: 'didier',
    asked: 5 * DAY,
    day: 6,
    nights: 5,
    answers: [{ after: 27, to: 'confirmee', by: 'proprietaire' }],
  },
  {
    property: 'villa-mpila',
    kind: 'visite',
    client: 'patrick',
    asked: 4 * DAY,
    workingDay: 2,
    time: '10:00',
    answers: [
      {
        after: 3 * HOUR,
        to: 'confirmee',
        by: 'proprietaire',
        note: 'Pardon pour l’attente, j’étais en déplacement.',
      },
    ],
  },
  // Confirmed and past.
  {
    property: 'duplex-moungali',
    kind: 'visite',
    client: 'nadege',
    asked: 12 * DAY,
    workingDay: -4,
    time: '09:00',
    answers: [{ after: 12, to: 'confirmee', by: 'proprietaire' }],
  },
  {
    property: 'studio-poto-poto',
    kind: 'sejour',
    client: 'patrick',
    asked: 20 * DAY,
    day: -12,
    nights: 3,
    answers: [{ after: 18, to: 'confirmee', by: 'proprietaire' }],
  },
  {
    property: 'maison-bacongo',
    kind: 'visite',
    client: 'awa',
    asked: 15 * DAY,
    workingDay: -6,
    time: '10:00',
    answers: [{ after: 44, to: 'confirmee', by: 'proprietaire' }],
  },
  // Closed, for every reason.
  {
    property: 'villa-mpila',
    kind: 'sejour',
    client: 'grace',
    asked: 6 * DAY,
    day: 16,
    nights: 2,
    answers: [
      {
        after: 16,
        to: 'annulee',
        by: 'proprietaire',
        note: 'La maison est réservée à ma famille cette semaine-là. La suivante est libre.',
      },
    ],
  },
  {
    property: 'appartement-lumumba',
    kind: 'location',
    client: 'emily',
    asked: 8 * DAY,
    workingDay: 4,
    time: '09:30',
    answers: [
      { after: 25, to: 'confirmee', by: 'proprietaire' },
      {
        after: 2 * DAY,
        to: 'annulee',
        by: 'client',
        note: 'My company found a flat for me. Thank you!',
      },
    ],
  },
  {
    property: 'terrain-talangai',
    kind: 'achat',
    client: 'serge',
    asked: 5 * DAY,
    workingDay: 3,
    time: '08:00',
    answers: [{ after: 24 * HOUR, to: 'annulee', by: 'systeme' }],
  },
  {
    property: 'chambre-mpita',
    kind: 'sejour',
    client: 'rosine',
    asked: 9 * DAY,
    day: 8,
    nights: 2,
    answers: [
      { after: 20, to: 'confirmee', by: 'proprietaire' },
      {
        after: 4 * DAY,
        to: 'annulee',
        by: 'admin',
        note: 'Une fuite d’eau oblige à fermer le pavillon. Nous vous proposons une autre adresse au même prix.',
      },
    ],
  },
  {
    property: 'appartement-centre-ville',
    kind: 'visite',
    client: 'grace',
    asked: 7 * DAY,
    workingDay: 5,
    time: '11:00',
    answers: [{ after: 6, to: 'annulee', by: 'client' }],
  },
]
