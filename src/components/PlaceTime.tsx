import type { Dictionary } from '@/i18n/dictionary'

type Props = { t: Dictionary; zone: string; place: string }

/** Shown by the page's script alone, and only where the visitor's clock differs from the place's. */
export function PlaceTime({ t, zone, place }: Props) {
  return (
    <p className="place-time" hidden suppressHydrationWarning data-zone={zone}>
      {t.placeTime(place, '{ici}', '{chez-vous}')}
    </p>
  )
}
