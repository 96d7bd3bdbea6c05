'use client'

import { Messages } from '@/components/Messages'
import type { Locale } from '@/domain/status'
import { dictionaryOf } from '@/i18n/dictionary'
import type { Mail, Preview } from '@/messaging/templatePreview'
import type { EditorWords } from './editorWords'
import { MailFrame, PageFrame } from './PreviewFrame.client'

export const VIEWS = ['mail', 'text', 'page'] as const
export type View = (typeof VIEWS)[number]
export const WIDTHS = ['phone', 'desktop'] as const
export type Width = (typeof WIDTHS)[number]

const SIZES: Record<Width, { width: number; height: number }> = {
  phone: { width: 375, height: 667 },
  desktop: { width: 800, height: 720 },
}

type Props = {
  preview: Preview & { mail: Mail }
  view: View
  width: Width
  locale: Locale
  words: EditorWords
}

/** One message in one of its three appearances. */
export function PreviewView({ preview, view, width, locale, words }: Props) {
  const { mail, reader, mailed, onPage } = preview
  const size = SIZES[width]
  if (view === 'page') {
    if (reader === 'equipe') return <p>{words.teamNotOnPage}</p>
    if (!onPage) return <p>{words.mailAlone}</p>
    return (
      <PageFrame lang={locale} size={size} title={words.views.page}>
        <PageOf mail={mail} locale={locale} />
      </PageFrame>
    )
  }
  return (
    <>
      {!mailed && <p>{onPage ? words.notMailed : words.notTold}</p>}
      <p className="scim-preview-subject">
        {words.subject}
        <strong>{mail.subject}</strong>
      </p>
      {view === 'mail' ? (
        <MailFrame html={mail.html} size={size} title={words.views.mail} />
      ) : (
        <pre className="scim-preview-text" style={{ maxWidth: size.width }}>
          {mail.text}
        </pre>
      )}
    </>
  )
}

function PageOf({ mail, locale }: { mail: Mail; locale: Locale }) {
  const t = dictionaryOf(locale)
  const message = {
    at: '',
    words: t.page.messages,
    direction: 'sortant' as const,
    subject: mail.subject,
    text: mail.text,
    state: 'publiee' as const,
  }
  return (
    <main className="wide narrow" style={{ paddingBlock: '1rem' }}>
      <Messages messages={[message]} t={t} />
    </main>
  )
}
