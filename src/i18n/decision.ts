import type { Locale } from '@/domain/status'

/** The page on which an owner decides from a notification. */
const fr = {
  title: 'Répondre à une demande',
  promise: 'Réponse promise avant',
  held: 'Place gardée jusqu’à',
  client: 'Client',
  phone: 'Téléphone',
  email: 'E-mail',
  property: 'Bien',
  clientsWords: 'Mot du client',
  around: 'Autour de cette date',
  alone: 'Rien d’autre n’est prévu à ce bien autour de cette date.',
  note: 'Un mot au client (facultatif)',
  confirm: 'Confirmer la réservation',
  refuse: 'Refuser la demande',
  confirmHint: 'Le client en est informé tout de suite.',
  refuseHint: 'La place est rendue et le client en est informé. Cela ne se défait pas.',
  once: 'Ce lien ne sert qu’une fois, pour vous seul. L’ouvrir ne décide rien.',
  doneTitle: 'C’est fait',
  done: (status: string) => `La réservation est ${status.toLowerCase()}.`,
  told: 'Le client en est informé.',
  call: 'Le client n’a pas donné d’e-mail : appelez-le aussi,',
  nothing: 'Votre réponse n’a rien changé.',
  moved:
    'Votre réponse n’a rien changé : la demande a été modifiée entre-temps. La voici telle qu’elle est maintenant.',
  decided: (status: string, name: string | null, time: string) =>
    `Cette réservation est déjà ${status.toLowerCase()}${name ? ` par ${name}` : ''} (${time}).`,
  utilise: 'Ce lien a déjà servi.',
  expire: 'Ce lien a expiré.',
  revoque: 'Ce lien n’est plus valable : ce bien ne vous est plus confié.',
  inconnu: 'Ce lien est incomplet ou n’existe pas.',
  login: 'Se connecter pour ouvrir la demande',
}
export type DecisionWords = typeof fr

const en: DecisionWords = {
  title: 'Answer a request',
  promise: 'Answer promised by',
  held: 'Place held until',
  client: 'Client',
  phone: 'Phone',
  email: 'E-mail',
  property: 'Property',
  clientsWords: 'Client’s words',
  around: 'Around this date',
  alone: 'Nothing else is planned at this property around this date.',
  note: 'A word to the client (optional)',
  confirm: 'Confirm the reservation',
  refuse: 'Decline the request',
  confirmHint: 'The client is told at once.',
  refuseHint: 'The place is given back and the client is told. This cannot be undone.',
  once: 'This link serves once, for you alone. Opening it decides nothing.',
  doneTitle: 'Done',
  done: (status) => `The reservation is ${status.toLowerCase()}.`,
  told: 'The client is told.',
  call: 'The client gave no e-mail: call them too,',
  nothing: 'Your answer changed nothing.',
  moved:
    'Your answer changed nothing: the request was altered meanwhile. Here it is as it stands now.',
  decided: (status, name, time) =>
    `This reservation is already ${status.toLowerCase()}${name ? ` by ${name}` : ''} (${time}).`,
  utilise: 'This link was used already.',
  expire: 'This link has expired.',
  revoque: 'This link is no longer valid: this property is no longer yours to manage.',
  inconnu: 'This link is incomplete or does not exist.',
  login: 'Log in to open the request',
}

export const decisionWords = (locale: Locale): DecisionWords => (locale === 'en' ? en : fr)
