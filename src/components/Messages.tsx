import type { MessageView } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'

type Props = { messages: (MessageView & { words: string })[]; t: Dictionary }

/**
 * The conversation, newest first, each message with an honest word on what became of it. Of the
 * letters the newest stands open: they repeat one another, and a phone shows one at a time.
 */
export function Messages({ messages, t }: Props) {
  const open = messages.findIndex(isLetter)
  return (
    <ul className="messages">
      {messages.map((message, index) => (
        <li key={`${message.at}-${index}`} className={message.direction}>
          <p className="quiet">
            <strong>{t.page.from[message.direction]}</strong> ·{' '}
            <time dateTime={message.at}>{message.words}</time>
          </p>
          {message.subject && (
            <h3>
              <WholeCodes text={message.subject} />
            </h3>
          )}
          {isLetter(message) && index !== open ? (
            <details>
              <summary>{t.page.read}</summary>
              <MessageText text={message.text} />
            </details>
          ) : (
            <MessageText text={message.text} />
          )}
          {message.direction === 'sortant' && (
            <p className="quiet state">{t.page.states[message.state]}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

const isLetter = ({ direction, subject }: MessageView) =>
  direction === 'sortant' && Boolean(subject)

const ADDRESS = /(https?:\/\/[^\s<>()]+)/

/** The text as it was said, with its addresses as links, shown without their long questions. */
export function MessageText({ text }: { text: string }) {
  return (
    <p className="kept">
      {text.split(ADDRESS).map((part, index) =>
        index % 2 === 1 ? (
          <a key={`${index}-${part}`} href={part} rel="noopener">
            {part.replace(/\?.*/, '')}
          </a>
        ) : (
          <WholeCodes key={index} text={part} />
        ),
      )}
    </p>
  )
}

/** A reference, a fingerprint of the history or a phone number. */
const CODE = /((?:RSV|[0-9A-F]{4})-[0-9A-Z]{4}-[0-9A-Z]{4}|\+\d[\d ]{6,18}\d)/

/** The text, its codes never broken over two lines: they are read out and copied. */
export function WholeCodes({ text }: { text: string }) {
  return text.split(CODE).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
