export type AnswerFields = { bien: string; type: string; debut: string; fin: string; cle: string }

/** Carries the funnel's earlier answers through a form. */
export function HiddenAnswers({ answers }: { answers: AnswerFields }) {
  return Object.entries(answers).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  )
}
