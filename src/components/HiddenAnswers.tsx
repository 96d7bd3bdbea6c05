export type AnswerFields = { bien: string; type: string; debut: string; fin: string; cle: string }

/** Carries the funnel's earlier answers through a form. */
export const HiddenAnswers = ({ answers }: { answers: AnswerFields }) => (
  <HiddenFields fields={answers} />
)

/** Carries what was given before through a form; what is empty is left out. */
export function HiddenFields({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  )
}
