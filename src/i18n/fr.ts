import { error } from './error'
import { funnel } from './funnel'

/** The client site in French: the source of all other languages. Plain words, short sentences. */
export const fr = {
  lang: 'fr',
  siteName: 'Réservations',
  skip: 'Aller au contenu',
  nav: {
    label: 'Menu',
    properties: 'Nos biens',
    track: 'Suivre ma demande',
    mine: 'Mes demandes',
  },
  otherLanguage: 'English',
  /** Between a label and its value. */
  colon: '\u00a0: ',
  footer: {
    help: 'Besoin d’aide ?',
    email: 'E-mail',
    phone: 'Téléphone',
    whatsapp: 'Écrire sur WhatsApp',
    place: (zone: string) => `Toutes les heures sont celles de ${zone}.`,
    helpText: 'Une personne de l’agence vous répond.',
    about: 'Visiter, louer, acheter ou séjourner.',
  },
  placeTime: (place: string, here: string, yours: string) =>
    `Les heures de ce site sont celles de ${place}. Il y est ${here} ; chez vous, il est ${yours}.`,
  rescue: {
    title: 'D’autres possibilités, libres maintenant',
    lead: 'Vos coordonnées sont déjà remplies : choisissez, vérifiez, envoyez.',
    check: 'La place est vérifiée encore une fois quand vous choisissez.',
    same: 'le même bien',
    similar: 'un bien proche',
  },
  home: {
    title: 'Visitez, louez, achetez ou séjournez, avec une réponse promise à l’heure',
    lead: (delay: string) =>
      `Vous demandez, nous répondons en ${delay}. Vous recevez tout de suite une référence et vous suivez votre demande ici.`,
    titleStalled: 'Visitez, louez, achetez ou séjournez, et suivez votre demande ici',
    description:
      'Réservez en ligne une visite, une location, un achat ou un séjour. Référence immédiate, réponse à l’heure promise, suivi sans compte.',
    leadStalled:
      'Vous demandez, votre demande est enregistrée aussitôt et une personne vous répond. Vous recevez tout de suite une référence et vous suivez votre demande ici.',
    filter: 'Trouver un bien',
    city: 'Ville',
    kind: 'Je veux',
    any: 'Toutes',
    anyKind: 'Tout voir',
    show: 'Afficher',
    count: (count: number) => (count > 1 ? `${count} biens` : `${count} bien`),
    none: 'Aucun bien ne correspond à cette recherche.',
    noneText: 'Essayez une autre ville ou une autre envie, ou dites-nous ce que vous cherchez.',
    all: 'Voir tous les biens',
    steps: [
      'Choisissez un bien et un moment',
      'La place est gardée pour vous',
      'Réponse à l’heure dite',
    ],
  },
  stalled: {
    title: 'Pas d’heure promise en ce moment',
    text: 'Une partie de notre service est à l’arrêt, et nous ne voulons pas annoncer une heure que nous pourrions manquer. Votre demande est enregistrée dès l’envoi, la place est gardée et une personne vous répond. Si c’est pressé, contactez-nous directement :',
    short: 'Une personne répond à votre demande ; nous ne promettons pas d’heure en ce moment.',
  },
  price: { nuit: 'la nuit', mois: 'par mois', vente: 'à la vente', ask: 'Prix sur demande' },
  kinds: {
    visite: { label: 'Visiter', hint: 'Un rendez-vous sur place, sans engagement.' },
    location: { label: 'Louer', hint: 'Un rendez-vous pour préparer une location.' },
    achat: { label: 'Acheter', hint: 'Un rendez-vous pour préparer un achat.' },
    sejour: { label: 'Séjourner', hint: 'Une ou plusieurs nuits.' },
  },
  property: {
    description: 'Le bien',
    next: 'Prochains créneaux libres',
    none: 'Aucun créneau libre ces deux prochaines semaines.',
    ask: 'Faire une demande',
    stay: 'Choisir mes nuits',
    free: 'Aucun paiement maintenant.',
    promise: (delay: string) => `Réponse promise en ${delay}. Aucun paiement maintenant.`,
  },
  funnel: funnel.fr.funnel,
  confirmation: funnel.fr.confirmation,
  track: {
    title: 'Suivre ma demande',
    lead: 'Indiquez la référence reçue et le téléphone ou l’e-mail donné avec la demande.',
    reference: 'Référence',
    referenceHint: 'Par exemple RSV-7K3M-9QXA',
    contact: 'Téléphone ou e-mail',
    find: 'Ouvrir ma demande',
    noReference: 'Indiquez la référence reçue avec la demande.',
    noContact: 'Indiquez le téléphone ou l’e-mail donné avec la demande.',
    wrong:
      'Aucune demande ne correspond à cette référence et à ce contact. Vérifiez les deux, puis réessayez.',
    tooMany: (minutes: string) => `Trop d’essais. Réessayez dans ${minutes} min.`,
  },
  mine: {
    title: 'Mes demandes sur cet appareil',
    none: 'Aucune demande n’est ouverte sur cet appareil.',
    noneText:
      'Après une demande, vous la retrouvez ici. Faite ailleurs ? Ouvrez-la avec sa référence.',
    forget: 'Oublier cet appareil',
    forgetHint:
      'Vos demandes restent enregistrées ; il faudra la référence ou le lien pour les revoir.',
    another: 'Ouvrir une autre demande',
    open: 'Ouvrir une demande',
    byMail: 'Retrouver toutes mes demandes par e-mail',
  },
  access: {
    title: 'Retrouver toutes mes demandes',
    lead: 'Donnez l’e-mail indiqué avec vos demandes. Nous vous envoyons un lien qui les ouvre toutes.',
    email: 'E-mail',
    send: 'Recevoir le lien',
    askedTitle: 'Regardez votre messagerie',
    asked:
      'Si des demandes ont été faites avec cet e-mail, un lien est en route. Il sert une seule fois, pendant 10 minutes.',
    nothing:
      'Rien après quelques minutes ? Regardez les indésirables, ou ouvrez votre demande avec sa référence.',
    byReference: 'Ouvrir avec une référence',
    unreadable: 'Écrivez un e-mail complet, par exemple awa@example.com.',
    spent: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre.',
    tooMany: (minutes: number) =>
      `Plusieurs liens ont déjà été demandés pour cet e-mail. Réessayez dans ${minutes} min.`,
    openTitle: 'Ouvrir mes demandes',
    openLead:
      'Le lien sert une seule fois : ouvrez-le sur l’appareil où vous voulez voir vos demandes.',
    open: 'Ouvrir mes demandes ici',
  },
  page: {
    status: 'Statut',
    promiseTitle: 'Réponse promise',
    timeline: 'Suivi',
    messages: 'Messages',
    read: 'Lire ce message',
    details: 'Votre demande',
    contact: 'Contact',
    next: {
      en_attente: (before: string) =>
        `Le propriétaire ou l’agence doit répondre avant ${before}. Vous n’avez rien à faire.`,
      en_retard: 'La réponse est en retard. Contactez-nous : une personne prend le relais.',
      confirmee: (when: string) => `C’est confirmé : rendez-vous ${when}.`,
      confirmeeSejour: (when: string) => `C’est confirmé : votre séjour ${when}.`,
      passee: (when: string) => `Ce rendez-vous était prévu le ${when}.`,
      passeeSejour: (when: string) => `Ce séjour était prévu ${when}.`,
      annulee: 'Cette demande est close. La date n’est plus gardée pour vous.',
    },
    address: 'Adresse',
    before: (before: string) => `avant ${before}`,
    fingerprint: 'Empreinte de l’historique',
    fingerprintHint:
      'Elle figure aussi dans nos messages : si l’historique était modifié, elle changerait.',
    note: 'Message de l’agence',
    byYou: 'par vous',
    ownNote: 'Votre mot à l’agence',
    by: {
      client: 'Vous',
      proprietaire: 'Propriétaire',
      admin: 'L’agence',
      systeme: 'Automatique',
    },
    from: { sortant: 'L’agence', entrant: 'Vous' },
    states: {
      a_envoyer: 'Pas encore envoyé par e-mail. Vous pouvez le lire ici.',
      en_cours: 'Envoi de l’e-mail en cours.',
      envoyee: 'E-mail parti : le serveur de messagerie l’a accepté.',
      echouee: 'L’e-mail n’est pas encore parti ; nous réessayons. Vous pouvez le lire ici.',
      abandonnee: 'L’e-mail n’a pas pu être envoyé. Vous pouvez le lire ici.',
      publiee: 'Publié sur cette page.',
    },
    write: 'Écrire à l’agence',
    writeHint: 'Votre message est transmis au propriétaire ou à l’agence.',
    send: 'Envoyer le message',
    calendar: 'Ajouter à mon agenda',
    cancel: 'Annuler ma demande',
    again: 'Faire une nouvelle demande pour ce bien',
    hold: (until: string) => `Place gardée jusqu’à : ${until}`,
    done: {
      annulee: 'Votre demande est annulée.',
      message: 'Votre message est enregistré et transmis.',
      vide: 'Écrivez votre message, au plus 2\u00a0000 caractères.',
      trop: 'Vous avez écrit beaucoup de messages. Réessayez dans une heure.',
      refus: 'Ce changement n’est plus possible : voyez le statut ci-dessous.',
    },
  },
  cancel: {
    title: 'Annuler cette demande ?',
    warning:
      'La place sera rendue et pourra être prise par quelqu’un d’autre. Cela ne se défait pas.',
    note: 'Un mot pour l’agence (facultatif)',
    yes: 'Oui, annuler ma demande',
    no: 'Non, la garder',
  },
  offline: {
    title: 'Vous êtes hors ligne',
    text: 'Cette page a besoin du réseau. Réessayez dès que vous captez.',
    notSent: 'Votre demande n’est pas encore envoyée',
    kept: 'Elle est gardée sur cet appareil et partira toute seule, une seule fois, dès que le réseau revient.',
    severalNotSent: 'Vos demandes ne sont pas encore envoyées',
    severalKept:
      'Elles sont gardées sur cet appareil et partiront toutes seules, une seule fois chacune, dès que le réseau revient.',
    notBooked:
      'Tant que vous ne voyez pas de référence, ne comptez pas sur la place. Si c’est urgent, appelez-nous.',
    send: 'Envoyer maintenant',
    drop: 'Ne pas l’envoyer',
    refused: 'Ce qui n’a pas abouti',
    item: {
      kept: 'gardée sur cet appareil',
      answered: 'Le site a répondu par une erreur ({n}).',
      asks: 'Le site vous demande quelque chose avant de l’enregistrer. Cet envoi n’a rien réservé.',
      told: 'Cet envoi n’a rien réservé.',
      unknown:
        'Nous ne savons pas si elle est enregistrée. Renvoyez-la : si elle l’est déjà, vous retrouvez la même référence.',
      correct: 'Corriger',
      again: 'Corriger ou renvoyer',
      drop: 'Ne plus la garder',
    },
    seen: 'Vos demandes, telles que vues la dernière fois',
  },
  notFound: {
    title: 'Page introuvable',
    text: 'Cette page n’existe pas, ou le lien n’est plus valable.',
    track: 'Suivre une demande avec sa référence',
    home: 'Voir les biens',
  },
  error: error.fr,
}

export type Dictionary = typeof fr
