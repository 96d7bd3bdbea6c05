import type { TemplateKey } from '@/domain/notifications'

const BOOKING = `- Référence : [reference]
- Bien : [bien]
- Demande : [type_demande]
- Quand : [quand]`

const CONTACT = `**Une question ?** Écrivez à [contact_email] en donnant votre référence.

Vous pouvez aussi nous appeler au [contact_telephone].

**C’est urgent ?** [lien_whatsapp]

L’équipe [agence]`

/** The French texts a new house starts with, and falls back to. Notation: domain/templateNotation. */
export const FRENCH: Record<TemplateKey, { subject: string; body: string }> = {
  accuse_reception: {
    subject: 'Votre demande [reference] est bien enregistrée',
    body: `Bonjour [client_nom],

Votre demande est bien enregistrée. Ce n’est pas encore une confirmation : nous devons d’abord l’étudier.

${BOOKING}
- Statut : [statut]

**Ce qui se passe maintenant**
**Vous recevrez une réponse avant [echeance].** Notre délai est de [delai]. Nous gardons cette date pour vous jusqu’à [expire_le].

Vous pouvez suivre votre demande, nous écrire ou annuler à tout moment :

[lien_suivi]

${CONTACT}
`,
  },
  nouvelle_demande: {
    subject: 'Nouvelle demande : [bien] ([reference])',
    body: `Bonjour,

Une nouvelle demande attend votre réponse. **Répondez avant [echeance].**

${BOOKING}
- Client : [client_nom]
- Téléphone : [client_telephone]
- E-mail : [client_email]
- Remarque du client : [note_client]

**Ce que vous devez faire**
Ouvrez la demande, puis confirmez ou refusez. Le client connaît l’heure promise. La date est gardée jusqu’à [expire_le] ; ensuite la demande prend fin.

[lien_admin]

Une question ? Écrivez à [contact_email].
`,
  },
  confirmation: {
    subject: 'Votre réservation [reference] est confirmée',
    body: `Bonjour [client_nom],

Bonne nouvelle : **votre réservation est confirmée.**

${BOOKING}
- Adresse : [adresse]

Un mot de notre part : [motif]

**Ce qui se passe maintenant**
Nous vous attendons à cette adresse, à la date indiquée. Si vous ne pouvez plus venir, annulez sur votre page : quelqu’un d’autre pourra prendre cette date.

[lien_suivi]

${CONTACT}
`,
  },
  annulation: {
    subject: 'Votre demande [reference] est annulée',
    body: `Bonjour [client_nom],

Votre demande est annulée. La date n’est plus gardée pour vous.

${BOOKING}
- Statut : [statut]

Explication : [motif]

Autres dates libres :
[alternatives]

**Et maintenant ?**
Vous n’avez rien à faire. Vous pouvez faire une nouvelle demande quand vous voulez, pour ce bien ou pour un autre.

[lien_suivi]

${CONTACT}
`,
  },
  annulation_gestion: {
    subject: 'Annulée par le client : [bien] ([reference])',
    body: `Bonjour,

Le client a annulé. La date est de nouveau libre.

${BOOKING}
- Client : [client_nom]
- Explication du client : [motif]

**Ce que vous devez faire**
Rien pour cette demande. Son historique reste à lire ici :

[lien_admin]
`,
  },
  rappel_delai: {
    subject: 'À répondre avant [echeance] : [bien] ([reference])',
    body: `Bonjour,

Une demande attend toujours votre réponse. **Le client l’attend avant [echeance].**

${BOOKING}
- Client : [client_nom]
- Téléphone : [client_telephone]

**Ce que vous devez faire**
Ouvrez la demande, puis confirmez ou refusez. Après l’heure promise, le client et le responsable sont prévenus du retard.

[lien_admin]
`,
  },
  retard_client: {
    subject: 'Votre demande [reference] : nous sommes en retard',
    body: `Bonjour [client_nom],

Nous avions promis de vous répondre avant [echeance]. **Nous n’avons pas tenu ce délai, et nous vous prions de nous excuser.**

${BOOKING}

**Ce qui se passe maintenant**
Votre demande reste enregistrée, et nous avons alerté un responsable. Vous n’avez rien à refaire. Nous gardons cette date pour vous jusqu’à [expire_le].

[lien_suivi]

${CONTACT}
`,
  },
  escalade: {
    subject: 'Délai dépassé : [bien] ([reference])',
    body: `Bonjour,

La réponse promise au client avant [echeance] n’a pas été donnée.

${BOOKING}
- Client : [client_nom]
- Téléphone : [client_telephone]
- E-mail : [client_email]

**Ce que vous devez faire**
Répondez à la place du propriétaire, ou appelez-le. La date est gardée jusqu’à [expire_le] ; ensuite la demande prend fin.

[lien_admin]
`,
  },
  expiration: {
    subject: 'La demande [reference] a pris fin sans réponse',
    body: `Bonjour,

La demande ci-dessous n’a pas reçu de réponse à temps. Elle a pris fin, et la date n’est plus gardée.

${BOOKING}

Nous vous prions de nous excuser. Vous pouvez faire une nouvelle demande quand vous voulez. Tout ce qui s’est passé reste sur votre page. [lien_suivi]

Son historique reste à lire dans l’espace de gestion. [lien_admin]

Autres dates libres :
[alternatives]

**Une question ?** Écrivez à [contact_email] en donnant la référence.

Vous pouvez aussi appeler le [contact_telephone].

**C’est urgent ?** [lien_whatsapp]

L’équipe [agence]
`,
  },
  rappel_visite: {
    subject: 'Rappel : [bien], [quand]',
    body: `Bonjour [client_nom],

Votre réservation approche.

${BOOKING}
- Adresse : [adresse]

**Ce qui se passe maintenant**
Nous vous attendons à cette adresse. Si vous ne pouvez plus venir, annulez sur votre page : quelqu’un d’autre pourra prendre cette date.

[lien_suivi]

${CONTACT}
`,
  },
  nouveau_message: {
    subject: 'Nouveau message au sujet de la demande [reference]',
    body: `Bonjour,

Vous avez un nouveau message au sujet de la demande [reference] ([bien], [quand]).

« [texte_message] »

**Pour répondre**
Ouvrez la demande et écrivez-y votre réponse : elle y reste avec tout l’échange.

[lien_suivi]

[lien_admin]

Une question ? Écrivez à [contact_email] en donnant la référence.

**C’est urgent ?** [lien_whatsapp]

L’équipe [agence]
`,
  },
  lien_acces: {
    subject: 'Votre lien vers vos réservations',
    body: `Bonjour,

Voici le lien que vous avez demandé. Il ouvre toutes vos réservations.

[lien_acces]

Il est pour vous seul : ne le donnez à personne. Il est valable jusqu’à [expire_le].

**Vous n’avez rien demandé ?** Laissez ce message de côté : sans ce lien, personne ne voit vos réservations.

Une question ? Écrivez à [contact_email].

L’équipe [agence]
`,
  },
}
