import type { Dictionary } from '@/i18n/dictionary'
import { ContactLines, type Contact } from './ContactLines'

/** Instead of minutes, while something of ours stands still: what holds all the same, and a person. */
export function NoPromise({ contact, t }: { contact: Contact; t: Dictionary }) {
  return (
    <section className="card" aria-label={t.stalled.title}>
      <h2>{t.stalled.title}</h2>
      <p>{t.stalled.text}</p>
      <ContactLines contact={contact} t={t} />
    </section>
  )
}
