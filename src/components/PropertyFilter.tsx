import { KINDS, type Kind, type Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'

type Props = { locale: Locale; t: Dictionary; cities: string[]; city: string; kind?: Kind }

export function PropertyFilter({ locale, t, cities, city, kind }: Props) {
  return (
    <form className="filter" method="get" action={href(locale, '/')} aria-label={t.home.filter}>
      <label>
        {t.home.kind}
        <select name="type" defaultValue={kind ?? ''}>
          <option value="">{t.home.anyKind}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one].label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.home.city}
        <select name="ville" defaultValue={city}>
          <option value="">{t.home.any}</option>
          {cities.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <button type="submit">{t.home.show}</button>
    </form>
  )
}
