import type { Locale } from '@/domain/status'

const fr = {
  webhook: {
    title: 'Secret de signature',
    hint: 'Le programme appelé s’en sert pour vérifier que l’appel vient d’ici. Il n’est montré qu’une fois ; un nouveau rend l’ancien inutile aussitôt.',
  },
  key: {
    title: 'Clé',
    hint: 'Elle n’est montrée qu’une fois : copiez-la dans le programme. Une nouvelle rend l’ancienne inutile aussitôt.',
  },
  show: 'En créer un nouveau, et le montrer',
  showKey: 'En créer une nouvelle, et la montrer',
  once: 'Copiez-le maintenant : il ne sera plus montré.',
  failed: 'Rien n’a été créé : vérifiez la connexion, puis réessayez.',
}

export type SecretWords = typeof fr

const en: SecretWords = {
  webhook: {
    title: 'Signing secret',
    hint: 'The program that is called checks with it that the call comes from here. It is shown once; a new one makes the old one worthless at once.',
  },
  key: {
    title: 'Key',
    hint: 'It is shown once: copy it into the program. A new one makes the old one worthless at once.',
  },
  show: 'Create a new one, and show it',
  showKey: 'Create a new one, and show it',
  once: 'Copy it now: it is not shown again.',
  failed: 'Nothing was created: check the connection, then try again.',
}

export const secretWords = (locale: Locale): SecretWords => (locale === 'en' ? en : fr)
