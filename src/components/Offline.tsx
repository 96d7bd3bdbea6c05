import type { Dictionary } from '@/i18n/dictionary'
import { ContactLines, type Contact } from './ContactLines'
import { RefusedRequests } from './RefusedRequests'

/** Shown without a network. The page's script fills in what this device keeps. */
export function Offline({ t, contact }: { t: Dictionary; contact: Contact }) {
  const words = t.offline
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <section
        className="card pledge"
        data-offline={JSON.stringify({ kept: words.item.kept, drop: words.drop })}
        hidden
        suppressHydrationWarning
      >
        <h2 data-many={words.severalNotSent} suppressHydrationWarning>
          {words.notSent}
        </h2>
        {/* What the script puts here first is none of React’s business. */}
        <ul className="refused" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
        <p data-many={words.severalKept} suppressHydrationWarning>
          {words.kept}
        </p>
        <p>{words.notBooked}</p>
        <p className="actions">
          <button type="button" data-send>
            {words.send}
          </button>
        </p>
      </section>
      <RefusedRequests words={words} />
      <p>{words.text}</p>
      <section hidden suppressHydrationWarning>
        <h2>{words.seen}</h2>
        {/* What the script puts here first is none of React’s business. */}
        <ul data-seen suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
      </section>
      <h2>{t.footer.help}</h2>
      <ContactLines contact={contact} t={t} />
    </div>
  )
}
