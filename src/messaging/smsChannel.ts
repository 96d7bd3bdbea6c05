import { createHmac } from 'node:crypto'
import { messageForm, messagesPath, readSendAnswer, signedForm } from '@/domain/smsGateway'
import { smsText } from '@/domain/smsText'
import { env } from '@/env'
import type { Settings } from '@/settingsRules'
import { sameText } from '@/secrets'
import { callProvider } from './callProvider'
import type { Channel } from './channel'

type SmsSettings = NonNullable<Settings['sms']>

/** Where the gateway reports to; it signs this very address. @param id of our row */
export const smsCallback = (id: string) =>
  `${env.serverUrl}/api/messages/sms?envoi=${encodeURIComponent(id)}`

export function smsChannel({ apiUrl, account, token, from }: SmsSettings): Channel {
  return {
    name: 'sms',
    provider: new URL(apiUrl).hostname,
    compose: smsText,
    deliver: ({ id, recipient, content }) =>
      callProvider(
        apiUrl + messagesPath(account),
        {
          type: 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`,
          body: messageForm({
            to: recipient,
            from,
            text: content,
            callback: smsCallback(String(id)),
          }),
        },
        readSendAnswer,
      ),
  }
}

/** Whether the gateway's own secret signed this report, sent to this address. */
export const isSignedBySms = (
  { token }: Pick<SmsSettings, 'token'>,
  report: { address: string; form: URLSearchParams; signature: string },
) =>
  sameText(
    createHmac('sha1', token).update(signedForm(report.address, report.form)).digest('base64'),
    report.signature,
  )
