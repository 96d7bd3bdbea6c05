import type { Locale } from '@/domain/status'

/** The second factor: set up, asked for, looked after. */
const fr = {
  title: 'Connexion en deux étapes',
  off: 'Désactivée : votre mot de passe suffit pour entrer. Avec elle, il faut aussi un code que montre votre téléphone.',
  on: 'Active',
  since: 'depuis le',
  codesLeft: (count: number) =>
    count === 0
      ? 'Il ne reste aucun code de secours : créez-en de nouveaux.'
      : count === 1
        ? 'Il reste un code de secours.'
        : `Il reste ${count} codes de secours.`,
  otherOff: 'Cette personne ne l’a pas activée.',
  turnOn: 'Activer',
  renew: 'Nouveaux codes de secours',
  renewHint: 'Les anciens ne seront plus valables.',
  remove: 'Désactiver',
  removeTitle: 'Désactiver la connexion en deux étapes ?',
  removeText: 'Votre mot de passe suffira de nouveau pour entrer.',
  removeOther: 'Retirer',
  removeOtherTitle: 'Retirer la connexion en deux étapes ?',
  removeOtherText:
    'À faire quand le téléphone est perdu. Les sessions de cette personne sont fermées, elle en est avertie par e-mail, et son mot de passe suffit pour entrer. Dites d’abord que c’est vous.',
  removed: 'C’est retiré.',
  setup: {
    title: 'Activer la connexion en deux étapes',
    install:
      'Il vous faut une application d’authentification sur votre téléphone : Google Authenticator, Microsoft Authenticator, FreeOTP ou une autre.',
    scan: 'Avec elle, scannez ce code QR :',
    picture: 'Le secret, en code QR à scanner',
    same: 'Ouvrir dans l’application de cet appareil',
    byHand: 'ou tapez ce secret :',
    type: 'Tapez le code à six chiffres qu’elle montre :',
    confirm: 'Activer',
  },
  password: 'Votre mot de passe',
  passwordHint: 'Une session ouverte ne dit pas qui est devant l’écran.',
  goOn: 'Continuer',
  proof:
    'Pour changer l’adresse, le mot de passe ou nommer un administrateur : votre mot de passe actuel',
  proofCode:
    'Pour changer l’adresse, le mot de passe ou nommer un administrateur : un code de votre application',
  code: 'Code',
  codeHint: 'Les six chiffres de votre application, ou un code de secours.',
  codes: {
    title: 'Vos codes de secours',
    text: 'Si votre téléphone se perd, chacun de ces codes ouvre votre compte une fois. Ils ne seront plus montrés : gardez-les hors du téléphone.',
    copy: 'Copier',
    copied: 'Copiés.',
    notCopied: 'La copie est refusée ici : notez-les à la main.',
    download: 'Télécharger',
    file: 'codes-de-secours-scim.txt',
    kept: 'Je les ai gardés',
  },
  back: 'Revenir',
  sending: 'Un instant…',
  failed: 'Rien n’a été changé : vérifiez la connexion, puis réessayez.',
}

export type FactorWords = typeof fr

const en: FactorWords = {
  title: 'Two-step login',
  off: 'Off: your password alone opens your account. With it, a code shown by your phone is needed too.',
  on: 'On',
  since: 'since',
  codesLeft: (count) =>
    count === 0
      ? 'No recovery code is left: make new ones.'
      : count === 1
        ? 'One recovery code is left.'
        : `${count} recovery codes are left.`,
  otherOff: 'This person has not turned it on.',
  turnOn: 'Turn on',
  renew: 'New recovery codes',
  renewHint: 'The old ones will be worth nothing.',
  remove: 'Turn off',
  removeTitle: 'Turn off the two-step login?',
  removeText: 'Your password alone will open your account again.',
  removeOther: 'Remove',
  removeOtherTitle: 'Remove the two-step login?',
  removeOtherText:
    'For a phone that is lost. This person’s sessions are ended, they are told by e-mail, and their password alone opens the account. First show that it is you.',
  removed: 'Removed.',
  setup: {
    title: 'Turn on the two-step login',
    install:
      'Have an authenticator app on your phone: Google Authenticator, Microsoft Authenticator, FreeOTP or another one.',
    scan: 'With it, scan this picture:',
    picture: 'The secret, as a QR code to scan',
    same: 'Open in the app of this device',
    byHand: 'or type this secret:',
    type: 'Type the six digits that it shows:',
    confirm: 'Turn on',
  },
  password: 'Your password',
  passwordHint: 'An open session does not say who sits in front of it.',
  goOn: 'Continue',
  proof: 'To change the address, the password or to name an administrator: your present password',
  proofCode: 'To change the address, the password or to name an administrator: a code of your app',
  code: 'Code',
  codeHint: 'The six digits of your app, or a recovery code.',
  codes: {
    title: 'Your recovery codes',
    text: 'If your phone is lost, each of these codes opens your account once. They are not shown again: keep them somewhere else than on the phone.',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'Copying is refused here: write them down.',
    download: 'Download',
    file: 'scim-recovery-codes.txt',
    kept: 'I have kept them',
  },
  back: 'Go back',
  sending: 'One moment…',
  failed: 'Nothing was changed: check the connection, then try again.',
}

export const factorWords = (locale: Locale): FactorWords => (locale === 'en' ? en : fr)
