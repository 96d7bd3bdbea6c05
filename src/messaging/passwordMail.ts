import type { PayloadRequest } from 'payload'
import { env } from '@/env'
import { localeOf } from '@/refusal'

type Asked = { req?: PayloadRequest; token?: string }

const SUBJECT = {
  fr: 'SCIM Immobilier : nouveau mot de passe',
  en: 'SCIM Immobilier: new password',
}

const WORDS = {
  fr: {
    asked: 'Vous, ou quelqu’un d’autre, avez demandé un nouveau mot de passe. Choisissez-le ici :',
    otherwise: 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
  en: {
    asked: 'You, or somebody else, asked for a new password. Choose it here:',
    otherwise: 'If it was not you, do nothing: your password stays the same.',
  },
}

const languageOf = ({ req }: Asked) => (req ? localeOf(req) : 'fr')

export const passwordMailSubject = (asked: Asked = {}) => SUBJECT[languageOf(asked)]

/** The address is SERVER_URL's: Payload's own mail takes it from the request, which a proxy changes. */
export function passwordMailHtml(asked: Asked = {}): string {
  const { asked: first, otherwise } = WORDS[languageOf(asked)]
  const link = `${env.serverUrl}/admin/reset/${asked.token ?? ''}`
  return `<p>${first}</p><p><a href="${link}">${link}</a></p><p>${otherwise}</p>`
}
