import type { Field, PayloadRequest } from 'payload'
import { CURRENCIES, currencyLabel, DEFAULT_CURRENCY } from '@/domain/currency'
import { carriesWhite, isColour } from '@/domain/palette'
import type { Words } from '@/domain/status'
import { localeOf } from '@/refusal'
import { LANGUAGES } from './languages'

const BAD_COLOUR: Words = {
  fr: 'Écrivez la couleur comme #0b5d5b.',
  en: 'Write the colour like #0b5d5b.',
}
const PALE_COLOUR: Words = {
  fr: 'Cette couleur est trop claire : un texte blanc ne s’y lirait pas (il faut un contraste de 4,5 pour 1). Choisissez-en une plus foncée.',
  en: 'This colour is too light: white text could not be read on it (a contrast of 4.5 to 1 is needed). Choose a darker one.',
}

type Asked = { req: Pick<PayloadRequest, 'i18n'> }

function colourFault(value: unknown, { req }: Asked): string | true {
  if (!value) return true
  if (typeof value !== 'string' || !isColour(value)) return BAD_COLOUR[localeOf(req)]
  return carriesWhite(value) || PALE_COLOUR[localeOf(req)]
}

const row = (...fields: Field[]): Field => ({ type: 'row', fields })

/** Who runs the house: everything that people read or see of the agency itself. */
export const agencyFields: Field = {
  name: 'agency',
  type: 'group',
  label: { fr: 'Agence', en: 'Agency' },
  fields: [
    row(
      {
        name: 'name',
        type: 'text',
        maxLength: 60,
        label: { fr: 'Nom', en: 'Name' },
        admin: {
          description: {
            fr: 'Sur les pages, dans les messages et comme expéditeur des e-mails.',
            en: 'On pages, in messages and as the sender of e-mails.',
          },
        },
      },
      {
        name: 'shortName',
        type: 'text',
        maxLength: 12,
        label: { fr: 'Nom court', en: 'Short name' },
        admin: {
          description: {
            fr: 'Sous l’icône, sur l’écran d’un téléphone.',
            en: 'Under the icon on a phone’s screen.',
          },
        },
      },
    ),
    row(
      {
        name: 'color',
        type: 'text',
        label: { fr: 'Couleur', en: 'Colour' },
        validate: (value: unknown, { req }: Asked) => colourFault(value, { req }),
        admin: {
          placeholder: '#0b5d5b',
          description: {
            fr: 'Comme #0b5d5b, assez foncée pour porter un texte blanc.',
            en: 'Like #0b5d5b, dark enough to carry white text.',
          },
        },
      },
      {
        name: 'mark',
        type: 'select',
        options: [
          { value: 'initiales', label: { fr: 'Initiales', en: 'Initials' } },
          { value: 'maison', label: { fr: 'Maison', en: 'House' } },
        ],
        label: { fr: 'Signe dessiné', en: 'Drawn mark' },
        admin: {
          description: { fr: 'Là où il n’y a pas de logo.', en: 'Where there is no logo.' },
        },
      },
    ),
    {
      name: 'logo',
      type: 'upload',
      relationTo: 'media',
      label: { fr: 'Logo', en: 'Logo' },
      admin: {
        description: {
          fr: 'Une image PNG, JPEG ou WebP, de préférence carrée.',
          en: 'A PNG, JPEG or WebP picture, square if possible.',
        },
      },
    },
    row(
      {
        name: 'languages',
        type: 'select',
        hasMany: true,
        options: LANGUAGES,
        label: { fr: 'Langues du site', en: 'Languages of the site' },
        admin: { description: { fr: 'Vide : toutes.', en: 'Empty: all.' } },
      },
      {
        name: 'defaultLanguage',
        type: 'select',
        options: LANGUAGES,
        label: { fr: 'Langue par défaut', en: 'Default language' },
      },
    ),
    {
      name: 'cities',
      type: 'text',
      hasMany: true,
      maxRows: 20,
      maxLength: 60,
      label: { fr: 'Villes', en: 'Cities' },
      admin: {
        description: {
          fr: 'Nommées aux moteurs de recherche, et dans cet ordre dans le choix des clients.',
          en: 'Named to search engines, and in this order where clients choose.',
        },
      },
    },
    {
      name: 'currency',
      type: 'select',
      defaultValue: DEFAULT_CURRENCY,
      options: CURRENCIES.map((value) => ({ value, label: currencyLabel(value) })),
      label: { fr: 'Monnaie des prix', en: 'Currency of prices' },
      admin: {
        isClearable: false,
        description: {
          fr: 'Pour tous les biens. Les prix déjà écrits gardent leur nombre : rien n’est converti.',
          en: 'For all properties. Prices that stand already keep their number: nothing is converted.',
        },
      },
    },
    row(
      {
        name: 'aboutFr',
        type: 'text',
        maxLength: 160,
        label: { fr: 'Présentation', en: 'About, in French' },
      },
      {
        name: 'aboutEn',
        type: 'text',
        maxLength: 160,
        label: { fr: 'Présentation en anglais', en: 'About, in English' },
      },
    ),
  ],
}
