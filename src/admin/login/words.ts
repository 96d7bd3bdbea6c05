import type { Locale } from '@/domain/status'

const fr = {
  title: 'Se connecter',
  email: 'E-mail',
  password: 'Mot de passe',
  forgot: 'Mot de passe oublié ?',
  submit: 'Se connecter',
  codeTitle: 'Deuxième étape',
  codeHint: 'Les six chiffres que montre votre application.',
  code: 'Code',
  paper: 'Utiliser un code de secours',
  paperHint: 'Un de vos codes de secours, par exemple 7K3M9-QXA4T. Il ne servira qu’une fois.',
  phone: 'Utiliser l’application',
  setupTitle: 'Connexion en deux étapes',
  setupText: 'Elle est obligatoire pour votre rôle : activez-la maintenant pour entrer.',
  back: 'Revenir',
  sending: 'Un instant…',
  failed: 'Aucune réponse : vérifiez la connexion, puis réessayez.',
}

export type LoginWords = typeof fr

const en: LoginWords = {
  title: 'Log in',
  email: 'E-mail',
  password: 'Password',
  forgot: 'Forgot your password?',
  submit: 'Log in',
  codeTitle: 'Second step',
  codeHint: 'The six digits that your app shows.',
  code: 'Code',
  paper: 'Use a recovery code',
  paperHint: 'One of your recovery codes, for example 7K3M9-QXA4T. It works once.',
  phone: 'Use the app',
  setupTitle: 'Two-step login',
  setupText: 'It is required for your role: set it up now to enter.',
  back: 'Go back',
  sending: 'One moment…',
  failed: 'No answer: check the connection, then try again.',
}

export const loginWords = (locale: Locale): LoginWords => (locale === 'en' ? en : fr)
