import { NotFoundText } from '@/components/NotFoundText'
import { agencyNow } from '@/portal/agency'

/** Next gives this page no address, so it speaks every language of the house. */
export default async function NotFoundPage() {
  const { languages } = await agencyNow()
  return (
    <div className="narrow">
      {languages.map((locale, index) => (
        <NotFoundText key={locale} locale={locale} first={index === 0} />
      ))}
    </div>
  )
}
