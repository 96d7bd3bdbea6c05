'use client'

import { fr } from '@/i18n/fr'
import { en } from '@/i18n/en'

/** What a visitor sees when the house itself fails. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <div className="narrow">
      <h1>{fr.error.title}</h1>
      <p>{fr.error.text}</p>
      <p lang="en">{en.error.text}</p>
      <button type="button" onClick={reset}>
        {fr.error.retry}
      </button>
    </div>
  )
}
