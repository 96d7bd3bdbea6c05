import type { Locale } from '@/domain/status'
import type { DecisionWords } from '@/i18n/decision'
import { href } from '@/i18n/paths'
import { Summary } from './Summary'

type Props = {
  page: {
    reference: string
    seen: string
    asked: string
    property: string
    client: string
    phone: { e164: string; words: string }
    email: string | null
    note: string | null
    promise: string
    held: string
    neighbours: { status: string; label: string; words: string }[]
  }
  words: DecisionWords
  token: string
  locale: Locale
  /** Whether an answer was just sent that decided nothing. */
  again: boolean
}

/** The request, what stands around it, and the two answers. Only sending one decides. */
export function DecisionForm({ page, words, token, locale, again }: Props) {
  const mail = page.email && <a href={`mailto:${page.email}`}>{page.email}</a>
  const rows = [
    { term: words.property, value: page.property },
    { term: words.client, value: page.client },
    {
      term: words.phone,
      value: <a href={`tel:${page.phone.e164}`}>{page.phone.words}</a>,
    },
    ...(mail ? [{ term: words.email, value: mail }] : []),
    ...(page.note ? [{ term: words.clientsWords, value: page.note }] : []),
    { term: words.promise, value: page.promise },
    { term: words.held, value: page.held },
  ]
  return (
    <>
      <h1>{words.title}</h1>
      {again && (
        <p className="notice bad" role="status">
          {words.moved}
        </p>
      )}
      <p>
        <strong>{page.reference}</strong>
      </p>
      <h2>{page.asked}</h2>
      <Summary rows={rows} />
      <h2>{words.around}</h2>
      {page.neighbours.length === 0 && <p>{words.alone}</p>}
      <ul>
        {page.neighbours.map((other) => (
          <li key={other.words}>
            {other.label} · {other.words}
          </li>
        ))}
      </ul>
      <form method="post" action={href(locale, `/decision/${token}/envoi`)}>
        <input type="hidden" name="vu" value={page.seen} />
        <div className="field">
          <label htmlFor="note">{words.note}</label>
          <textarea id="note" name="note" rows={3} maxLength={500} />
        </div>
        <p>{words.confirmHint}</p>
        <p>
          <button name="decision" value="confirmee">
            {words.confirm}
          </button>
        </p>
        <p>{words.refuseHint}</p>
        <p>
          <button className="danger" name="decision" value="annulee">
            {words.refuse}
          </button>
        </p>
        <p>{words.once}</p>
      </form>
    </>
  )
}
