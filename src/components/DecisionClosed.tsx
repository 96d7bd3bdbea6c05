import type { Status } from '@/domain/status'
import type { DecisionWords } from '@/i18n/decision'

type Props = {
  page: {
    why: 'decide' | 'utilise' | 'expire' | 'revoque' | 'inconnu'
    decided: {
      reference: string
      status: Status
      label: string
      name: string | null
      time: string
      call: { e164: string; words: string } | null
    } | null
    login: string
  }
  words: DecisionWords
  /** What became of the answer that was just sent: the status it gave, or 'rien'. */
  outcome: string
}

/** What became of an answer, or why the link decides nothing any more, and where to go instead. */
export function DecisionClosed({ page, words, outcome }: Props) {
  const { why, decided, login } = page
  const done = decided?.status === outcome
  return (
    <>
      <h1>{done ? words.doneTitle : words.title}</h1>
      {decided && (
        <p>
          <strong>{decided.reference}</strong>
        </p>
      )}
      {decided && done && (
        <p className="notice" role="status">
          {words.done(decided.label)}{' '}
          {decided.call ? (
            <>
              {words.call} <a href={`tel:${decided.call.e164}`}>{decided.call.words}</a>
            </>
          ) : (
            words.told
          )}
        </p>
      )}
      {outcome === 'rien' && (
        <p className="notice bad" role="status">
          {words.nothing}
        </p>
      )}
      {decided && !done && <p>{words.decided(decided.label, decided.name, decided.time)}</p>}
      {why !== 'decide' && <p>{words[why]}</p>}
      <p>
        <a className="button" href={login}>
          {words.login}
        </a>
      </p>
    </>
  )
}
