import type { Dictionary } from '@/i18n/dictionary'

/** Requests kept without a network that the server then told no: the script fills them in, by these words. */
export function RefusedRequests({ words }: { words: Dictionary['offline'] }) {
  return (
    <section
      className="card"
      data-refused={JSON.stringify(words.item)}
      hidden
      suppressHydrationWarning
    >
      <h2>{words.refused}</h2>
      {/* What the script puts here first is none of React’s business. */}
      <ul className="refused" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
    </section>
  )
}
