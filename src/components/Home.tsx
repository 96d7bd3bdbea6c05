import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { Icon, type IconName } from './Icon'

const STEP_ICONS: readonly IconName[] = ['calendar', 'check', 'clock']

/** What the house promises, above everything else. @param delay null while it can name none */
export function Hero({ t, delay }: { t: Dictionary; delay: string | null }) {
  return (
    <section className="hero">
      <h1>{delay ? t.home.title : t.home.titleStalled}</h1>
      <p className="lead">{delay ? t.home.lead(delay) : t.home.leadStalled}</p>
      <ul className="steps">
        {t.home.steps.slice(0, delay ? undefined : 2).map((step, index) => (
          <li key={step}>
            <Icon name={STEP_ICONS[index] ?? 'check'} />
            {step}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A search that found nothing, and what one can do now. */
export function NoProperty({ t, locale }: { t: Dictionary; locale: Locale }) {
  return (
    <div className="empty">
      <p>{t.home.noneText}</p>
      <p>
        <a className="button second" href={href(locale, '/')}>
          {t.home.all}
        </a>
      </p>
    </div>
  )
}
