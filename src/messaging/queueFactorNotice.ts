import type { PayloadRequest } from 'payload'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import { queueForStaff } from './queueForStaff'

const WORDS = {
  fr: {
    etabli: {
      subject: 'connexion en deux étapes activée',
      text: 'Pour entrer dans votre compte, il faut désormais votre mot de passe, puis un code de votre application.',
    },
    retire: {
      subject: 'connexion en deux étapes retirée',
      text: 'Vous avez retiré la connexion en deux étapes : votre mot de passe suffit de nouveau pour entrer dans votre compte.',
    },
    retire_admin: {
      subject: 'connexion en deux étapes retirée',
      text: 'Un administrateur a retiré la connexion en deux étapes de votre compte, et fermé vos sessions. Vous pouvez l’activer de nouveau dans votre compte.',
    },
    codes: {
      subject: 'nouveaux codes de secours',
      text: 'De nouveaux codes de secours ont été créés pour votre compte ; les anciens ne sont plus valables.',
    },
    otherwise: `Si ce n’était pas vous, changez votre mot de passe et prévenez-nous : ${env.contactEmail}.`,
  },
  en: {
    etabli: {
      subject: 'two-step login turned on',
      text: 'To enter your account you now need your password, and then a code from your app.',
    },
    retire: {
      subject: 'two-step login removed',
      text: 'You removed the two-step login: your password alone opens your account again.',
    },
    retire_admin: {
      subject: 'two-step login removed',
      text: 'An administrator removed the two-step login from your account, and ended your sessions. You can turn it on again in your account.',
    },
    codes: {
      subject: 'new recovery codes',
      text: 'New recovery codes were made for your account; the old ones are worth nothing.',
    },
    otherwise: `If it was not you, change your password and tell us: ${env.contactEmail}.`,
  },
} as const

export type FactorNews = Exclude<keyof (typeof WORDS)['fr'], 'otherwise'>

/** Tells a person what became of their second factor: somebody else may have done it. */
export async function queueFactorNotice(
  req: PayloadRequest,
  email: string,
  news: FactorNews,
  locale: Locale,
): Promise<void> {
  const { otherwise, [news]: told } = WORDS[locale]
  const { subject, text } = told
  await queueForStaff(req, { email, locale, subject, paragraphs: [text, otherwise] })
}
