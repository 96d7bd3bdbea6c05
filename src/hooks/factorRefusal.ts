import type { PayloadRequest } from 'payload'
import type { Words } from '@/domain/status'
import type { Limit } from '@/rateLimit'
import { localeOf, Refusal, type FactorCode } from '@/refusal'
import { blind } from '@/secrets'
import { knownDevice } from './rememberDevice'

const SAID: Record<FactorCode, { status: 400 | 401 | 403 | 404 | 409; words: Words }> = {
  code_requis: {
    status: 401,
    words: {
      fr: 'Entrez le code que montre votre application, ou un code de secours.',
      en: 'Enter the code that your app shows, or a recovery code.',
    },
  },
  code_refuse: {
    status: 401,
    words: {
      fr: 'Ce code n’est pas bon, ou il a déjà servi : attendez le suivant.',
      en: 'This code is wrong, or was used already: wait for the next one.',
    },
  },
  mot_de_passe_refuse: {
    status: 401,
    words: {
      fr: 'Ce n’est pas votre mot de passe : rien n’a été changé.',
      en: 'This is not your password: nothing was changed.',
    },
  },
  facteur_a_etablir: {
    status: 401,
    words: {
      fr: 'Votre compte demande une connexion en deux étapes : activez-la pour entrer.',
      en: 'Your account needs a two-step login: set it up to enter.',
    },
  },
  facteur_present: {
    status: 409,
    words: {
      fr: 'La connexion en deux étapes est déjà active.',
      en: 'The two-step login is on already.',
    },
  },
  facteur_absent: {
    status: 409,
    words: {
      fr: 'La connexion en deux étapes n’est pas active.',
      en: 'The two-step login is not on.',
    },
  },
  facteur_obligatoire: {
    status: 403,
    words: {
      fr: 'La connexion en deux étapes est obligatoire pour votre rôle.',
      en: 'The two-step login is required for your role.',
    },
  },
  inscription_perimee: {
    status: 400,
    words: {
      fr: 'Cette activation n’est plus valable : recommencez.',
      en: 'This setup is no longer valid: start again.',
    },
  },
}

export function factorRefusal(
  req: PayloadRequest,
  code: FactorCode,
  more: Record<string, unknown> = {},
): Refusal {
  const { status, words } = SAID[code]
  return new Refusal(code, words, 'code', status, localeOf(req), { code, ...more })
}

/**
 * Wrong codes of one account, typed by somebody who knows its password. At 30 a day a code of six
 * digits holds for decades, where the ten tries of a login would give way within some years.
 */
export const WRONG_CODES: Limit = { name: 'code-compte', most: 30, minutes: 24 * 60 }

/** As with passwords: a browser that was let in before has tries of its own. */
export const codeTurns = (req: PayloadRequest, user: { id: number; email: string }) =>
  blind(`${user.id} ${knownDevice(req, user.email.toLowerCase()) ?? ''}`)

/** A wrong code. It is counted once its transaction is over: see countWrongCode. */
export function codeRefused(req: PayloadRequest, user: { id: number; email: string }): Refusal {
  req.context.wrongCode = { user: user.id, who: codeTurns(req, user) }
  return factorRefusal(req, 'code_refuse')
}
