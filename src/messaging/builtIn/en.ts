import type { TemplateKey } from '@/domain/notifications'

const BOOKING = `- Reference: [reference]
- Property: [bien]
- Request: [type_demande]
- When: [quand]`

const CONTACT = `**Any question?** Write to [contact_email] and give your reference.

You can also call us on [contact_telephone].

**Is it urgent?** [lien_whatsapp]

The [agence] team`

/** The English texts a new house starts with, and falls back to. Notation: domain/templateNotation. */
export const ENGLISH: Record<TemplateKey, { subject: string; body: string }> = {
  accuse_reception: {
    subject: 'We have received your request [reference]',
    body: `Hello [client_nom],

We have received your request. This is not a confirmation yet: we have to look at it first.

${BOOKING}
- Status: [statut]

**What happens next**
**You will have an answer before [echeance].** We answer within [delai]. We hold this date for you until [expire_le].

You can follow your request, write to us or cancel at any time:

[lien_suivi]

${CONTACT}
`,
  },
  nouvelle_demande: {
    subject: 'New request: [bien] ([reference])',
    body: `Hello,

A new request awaits your answer. **Answer before [echeance].**

${BOOKING}
- Client: [client_nom]
- Phone: [client_telephone]
- E-mail: [client_email]
- Client’s remark: [note_client]

**What you have to do**
Open the request, then confirm or decline it. The client knows the promised time. The date is held until [expire_le]; then the request ends.

[lien_admin]

Any question? Write to [contact_email].
`,
  },
  confirmation: {
    subject: 'Your booking [reference] is confirmed',
    body: `Hello [client_nom],

Good news: **your booking is confirmed.**

${BOOKING}
- Address: [adresse]

A word from us: [motif]

**What happens next**
We expect you at this address on the date shown. If you can no longer come, cancel on your page: someone else will be glad of the date.

[lien_suivi]

${CONTACT}
`,
  },
  annulation: {
    subject: 'Your request [reference] is cancelled',
    body: `Hello [client_nom],

Your request is cancelled. The date is no longer held for you.

${BOOKING}
- Status: [statut]

Explanation: [motif]

Other free dates:
[alternatives]

**What now?**
You have nothing to do. You can make a new request whenever you like, for this property or another.

[lien_suivi]

${CONTACT}
`,
  },
  annulation_gestion: {
    subject: 'Cancelled by the client: [bien] ([reference])',
    body: `Hello,

The client has cancelled. The date is free again.

${BOOKING}
- Client: [client_nom]
- Client’s explanation: [motif]

**What you have to do**
Nothing for this request. Its history can still be read here:

[lien_admin]
`,
  },
  rappel_delai: {
    subject: 'Answer before [echeance]: [bien] ([reference])',
    body: `Hello,

A request still awaits your answer. **The client was promised one before [echeance].**

${BOOKING}
- Client: [client_nom]
- Phone: [client_telephone]

**What you have to do**
Open the request, then confirm or decline it. After the promised time, the client and the manager are told of the delay.

[lien_admin]
`,
  },
  retard_client: {
    subject: 'Your request [reference]: we are late',
    body: `Hello [client_nom],

We promised you an answer before [echeance]. **We did not keep that promise, and we apologise.**

${BOOKING}

**What happens next**
Your request still stands, and we have alerted a manager. You need not ask again. We hold this date for you until [expire_le].

[lien_suivi]

${CONTACT}
`,
  },
  escalade: {
    subject: 'Promise missed: [bien] ([reference])',
    body: `Hello,

The answer that the client was promised before [echeance] was not given.

${BOOKING}
- Client: [client_nom]
- Phone: [client_telephone]
- E-mail: [client_email]

**What you have to do**
Answer in the owner’s place, or call the owner. The date is held until [expire_le]; then the request ends.

[lien_admin]
`,
  },
  expiration: {
    subject: 'Request [reference] ended without an answer',
    body: `Hello,

The request below was not answered in time. It has ended, and the date is no longer held.

${BOOKING}

We apologise. You can make a new request whenever you like. All that happened stays on your page. [lien_suivi]

Its history can still be read in the back office. [lien_admin]

Other free dates:
[alternatives]

**Any question?** Write to [contact_email] and give the reference.

You can also call [contact_telephone].

**Is it urgent?** [lien_whatsapp]

The [agence] team
`,
  },
  rappel_visite: {
    subject: 'Reminder: [bien], [quand]',
    body: `Hello [client_nom],

Your booking is close.

${BOOKING}
- Address: [adresse]

**What happens next**
We expect you at this address. If you can no longer come, cancel on your page: someone else will be glad of the date.

[lien_suivi]

${CONTACT}
`,
  },
  nouveau_message: {
    subject: 'New message about request [reference]',
    body: `Hello,

You have a new message about request [reference] ([bien], [quand]).

“[texte_message]”

**To answer**
Open the request and write your answer there: it stays with the whole conversation.

[lien_suivi]

[lien_admin]

Any question? Write to [contact_email] and give the reference.

**Is it urgent?** [lien_whatsapp]

The [agence] team
`,
  },
  lien_acces: {
    subject: 'Your link to your bookings',
    body: `Hello,

Here is the link you asked for. It opens all your bookings.

[lien_acces]

It is for you alone: give it to nobody. It is valid until [expire_le].

**You asked for nothing?** Leave this message aside: without this link, nobody sees your bookings.

Any question? Write to [contact_email].

The [agence] team
`,
  },
}
