import type { Dictionary } from '@/i18n/dictionary'

/** Requests kept without a network that the server then refused for good: the script fills them in. */
export function RefusedRequests({ words }: { words: Dictionary['offline'] }) {
  return (
    <section className="card" data-refused hidden suppressHydrationWarning>
      <h2>{words.refused}</h2>
      {/* What the script puts here first is none of React’s business. */}
      <ul suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
      <p>{words.refusedText}</p>
      <p className="actions">
        <button type="button" className="second" data-drop>
          {words.dropRefused}
        </button>
      </p>
    </section>
  )
}
