/** What a delivery report says (RFC 3464): who could not be reached, by whom and why. */

export type DeliveryReport = {
  action: 'failed' | 'delayed' | 'delivered'
  /** The address we wrote to, lower case. */
  recipient: string
  /** RFC 3463, such as 5.1.1. */
  status: string
  diagnostic: string
  reportedBy: string
}

type Fields = Map<string, string>

/** Header-like fields; a line that begins with a blank continues the one before. */
function fieldsOf(block: string): Fields {
  const fields: Fields = new Map()
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0)
      fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}

/** `rfc822; awa@example.com` names its kind first. */
const afterType = (value: string | undefined) => (value ?? '').replace(/[^;]*;\s*/, '')

const addressIn = (value: string | undefined) =>
  afterType(value).replace(/^<|>$/g, '').toLowerCase()

const isAction = (text: string): text is DeliveryReport['action'] =>
  text === 'failed' || text === 'delayed' || text === 'delivered'

/**
 * The recipients of a `message/delivery-status` part. Relayed and expanded ones are left out: they
 * say nothing about a mailbox.
 */
export function readDeliveryStatus(text: string): DeliveryReport[] {
  const [message = '', ...recipients] = text.split(/\r?\n[ \t]*\r?\n/).filter((one) => one.trim())
  const reportingMta = afterType(fieldsOf(message).get('reporting-mta'))
  return recipients.map(fieldsOf).flatMap((fields) => {
    const action = (fields.get('action') ?? '').toLowerCase()
    const recipient = addressIn(fields.get('original-recipient') ?? fields.get('final-recipient'))
    if (!isAction(action) || !recipient.includes('@')) return []
    const status = (fields.get('status') ?? '').split(/\s/)[0] ?? ''
    return [
      {
        action,
        recipient,
        status,
        diagnostic: afterType(fields.get('diagnostic-code')) || status,
        reportedBy:
          afterType(fields.get('remote-mta')) || reportingMta || recipient.split('@')[1] || '',
      },
    ]
  })
}
