import type { Locale } from '@/domain/status'

/** Apart from the dictionaries: what the server says while it can read nothing. */
const fr = {
  awayTitle: 'Le site est interrompu un moment',
  faultTitle: 'Un problème est survenu',
  away: 'Notre base de données, où tout est enregistré, ne répond pas en ce moment.',
  cut: 'Le lien avec notre base de données s’est coupé pendant l’envoi.',
  fault: 'Une erreur de notre côté empêche de vous répondre. Elle est notée dans notre journal.',
  page: 'Cette page ne peut donc pas être montrée.',
  unchanged: 'L’avoir demandée n’a rien changé.',
  wait: 'Réessayez dans une minute.',
  retry: 'Réessayer',
  number: (id: string) => `Si vous nous contactez à ce sujet, donnez ce numéro : ${id}.`,
  contact: 'Nous joindre',
  demande: {
    pas_envoye: {
      title: 'Votre demande n’a pas été envoyée',
      text: 'Cet envoi n’a rien réservé. Ce que vous avez écrit n’est pas perdu : gardez cette page ouverte, attendez une minute, puis appuyez sur le bouton.',
      button: 'Envoyer encore une fois',
    },
    inconnu: {
      title: 'Nous ne savons pas si votre demande est arrivée',
      text: 'Attendez une minute, puis appuyez encore une fois. Si elle est déjà enregistrée, vous retrouvez la même référence. Sinon, elle part maintenant. Il n’y en aura jamais deux.',
      button: 'Envoyer encore une fois',
    },
    enregistre: {
      title: 'Votre demande est enregistrée',
      text: 'Sa page ne peut pas encore s’ouvrir sur cet appareil. Attendez une minute, puis appuyez sur le bouton : rien ne sera envoyé deux fois.',
      button: 'Ouvrir ma demande',
    },
  },
  reference: 'Votre référence',
  message: {
    pas_envoye: {
      title: 'Votre message n’a pas été envoyé',
      text: 'Ce que vous avez écrit est gardé sur cet appareil pendant deux heures. Attendez une minute, puis rouvrez votre page pour l’envoyer.',
    },
    inconnu: {
      title: 'Nous ne savons pas si votre message est arrivé',
      text: 'Attendez une minute, puis rouvrez votre page : elle montre s’il est arrivé. Ce que vous avez écrit est gardé sur cet appareil pendant deux heures.',
    },
    written: 'Votre message',
    open: 'Rouvrir ma page',
  },
  autre: {
    title: 'Votre envoi n’a pas abouti',
    text: 'Ce que vous avez écrit n’est pas perdu : gardez cette page ouverte, attendez une minute, puis appuyez sur le bouton.',
    button: 'Envoyer encore une fois',
  },
  refusal: {
    unchanged: 'Rien n’a été enregistré ni envoyé.',
    shorten:
      'Revenez à la page précédente avec la flèche de votre navigateur : d’ordinaire, ce que vous avez écrit y est encore. Raccourcissez votre texte, puis envoyez-le de nouveau.',
    home: 'Aller à l’accueil',
  },
  form: {
    tooLarge: 'Le formulaire est trop grand.',
    unreadable: 'Le formulaire est illisible.',
    broken:
      'Le service est interrompu un moment : revenez en arrière et réessayez dans quelques minutes.',
  },
}

const en: typeof fr = {
  awayTitle: 'The site is interrupted for a moment',
  faultTitle: 'A problem occurred',
  away: 'Our database, where everything is recorded, does not answer right now.',
  cut: 'The line to our database was cut while sending.',
  fault: 'A fault on our side keeps us from answering. It is noted in our log.',
  page: 'So this page cannot be shown.',
  unchanged: 'Asking for it has changed nothing.',
  wait: 'Try again in a minute.',
  retry: 'Try again',
  number: (id) => `If you contact us about it, give this number: ${id}.`,
  contact: 'How to reach us',
  demande: {
    pas_envoye: {
      title: 'Your request was not sent',
      text: 'This attempt booked nothing. What you wrote is not lost: keep this page open, wait a minute, then press the button.',
      button: 'Send it again',
    },
    inconnu: {
      title: 'We do not know whether your request arrived',
      text: 'Wait a minute, then press once more. If it is recorded already, you find the same reference. If not, it leaves now. There will never be two.',
      button: 'Send it again',
    },
    enregistre: {
      title: 'Your request is recorded',
      text: 'Its page cannot be opened on this device yet. Wait a minute, then press the button: nothing is sent twice.',
      button: 'Open my request',
    },
  },
  reference: 'Your reference',
  message: {
    pas_envoye: {
      title: 'Your message was not sent',
      text: 'What you wrote is kept on this device for two hours. Wait a minute, then open your page again to send it.',
    },
    inconnu: {
      title: 'We do not know whether your message arrived',
      text: 'Wait a minute, then open your page again: it shows whether it arrived. What you wrote is kept on this device for two hours.',
    },
    written: 'Your message',
    open: 'Open my page again',
  },
  autre: {
    title: 'What you sent did not come through',
    text: 'What you wrote is not lost: keep this page open, wait a minute, then press the button.',
    button: 'Send it again',
  },
  refusal: {
    unchanged: 'Nothing was recorded or sent.',
    shorten:
      'Go to the page before with the arrow of your browser: usually what you wrote is still there. Make your text shorter, then send it again.',
    home: 'Go to the home page',
  },
  form: {
    tooLarge: 'The form is too large.',
    unreadable: 'The form cannot be read.',
    broken: 'The service is interrupted for a moment: go back and try again in a few minutes.',
  },
}

export const failure: Record<Locale, typeof fr> = { fr, en }
