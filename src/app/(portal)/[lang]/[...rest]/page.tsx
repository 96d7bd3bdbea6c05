import { notFound } from 'next/navigation'

/** An address that nothing stands at: the house's own page says so, not the framework's. */
export default function NowherePage() {
  notFound()
}
