import { NotFoundText } from '@/components/NotFoundText'

/** Next gives this page no address, so it speaks both languages. */
export default function NotFoundPage() {
  return (
    <div className="narrow">
      <NotFoundText locale="fr" />
      <NotFoundText locale="en" />
    </div>
  )
}
