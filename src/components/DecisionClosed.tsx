import type { DecisionWords } from '@/i18n/decision'

type Props = {
  page: {
    why: 'decide' | 'utilise' | 'expire' | 'revoque' | 'inconnu'
    decided: { status: string; name: string | null; time: string } | null
    login: string
  }
  words: DecisionWords
}

/** Why the link of a notification decides nothing any more, and where to go instead. */
export function DecisionClosed({ page, words }: Props) {
  const { why, decided, login } = page
  const sentence = why === 'decide' ? null : words[why]
  return (
    <>
      <h1>{words.title}</h1>
      <p>{decided ? words.decided(decided.status, decided.name, decided.time) : sentence}</p>
      <p>
        <a className="button" href={login}>
          {words.login}
        </a>
      </p>
    </>
  )
}
