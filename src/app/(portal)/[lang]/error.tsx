'use client'

import { error } from '@/i18n/error'

/** What a visitor sees when the house itself fails. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <div className="narrow">
      <h1>{error.fr.title}</h1>
      <p>{error.fr.text}</p>
      <p lang="en">{error.en.text}</p>
      <button type="button" onClick={reset}>
        {error.fr.retry}
      </button>
    </div>
  )
}
