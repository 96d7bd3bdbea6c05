import type { Words } from '@/domain/status'
import { failure } from '@/i18n/failure'
import { href } from '@/i18n/paths'
import { BarePage, type BareFrame } from './BarePage'

type Props = BareFrame & {
  /** Why, in one sentence. */
  words: Words
  /** Something was sent. */
  sent: boolean
  /** It was more than is taken. */
  large: boolean
}

/** What a person sees whose request is turned away before any page reads it. */
export function RefusalView({ words, sent, large, ...frame }: Props) {
  const { locale, panel } = frame
  const { refusal } = failure[locale]
  return (
    <BarePage {...frame} title={words[locale]} path={null}>
      {sent && <p>{refusal.unchanged}</p>}
      {large && <p>{refusal.shorten}</p>}
      <p className="actions">
        <a className={sent ? undefined : 'button'} href={panel ? '/admin' : href(locale, '/')}>
          {refusal.home}
        </a>
      </p>
    </BarePage>
  )
}
