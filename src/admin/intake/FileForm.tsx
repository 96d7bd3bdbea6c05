import { INTAKE_KINDS } from '@/domain/intake/columns'
import type { IntakeWords } from '@/i18n/intake'

type Props = {
  words: IntakeWords
  /** Of the house's currency. */
  sign: string
}

/** Which file, and what is in it. */
export function FileForm({ words, sign }: Props) {
  return (
    <form
      method="post"
      action="/api/imports/essai"
      encType="multipart/form-data"
      className="scim-block"
    >
      <fieldset className="scim-kinds">
        <legend>{words.kind}</legend>
        {INTAKE_KINDS.map((kind) => (
          <div key={kind} className="scim-kind">
            <label>
              <input type="radio" name="kind" value={kind} required /> {words.kinds[kind]}
            </label>
            <small>
              {words.hints[kind]}
              {kind === 'biens' && ` ${words.prices(sign)}`}
            </small>
            <a href={`/api/imports/exemple/${kind}`} download>
              {words.example}
              <span className="scim-hidden"> ({words.kinds[kind]})</span>
            </a>
          </div>
        ))}
      </fieldset>
      <div className="scim-field">
        <label htmlFor="scim-fichier">{words.file}</label>
        <small id="scim-fichier-aide">{words.fileHint}</small>
        <input
          id="scim-fichier"
          type="file"
          name="file"
          accept=".csv,.txt,text/csv"
          required
          aria-describedby="scim-fichier-aide"
        />
      </div>
      <button type="submit" className="scim-submit">
        {words.check}
      </button>
    </form>
  )
}
