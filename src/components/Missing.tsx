import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import { answerMissing } from '@/requestId'
import { NotFoundText } from './NotFoundText'

type Props = { locale: Locale; languages: Agency['languages'] }

/** Nothing stands at this address: in the page's language first, for links wander. */
export function Missing({ locale, languages }: Props) {
  answerMissing()
  const spoken = [locale, ...languages.filter((one) => one !== locale)]
  return (
    <div className="narrow">
      {spoken.map((one) => (
        <NotFoundText key={one} locale={one} first={one === locale} />
      ))}
    </div>
  )
}
