import { createHmac } from 'node:crypto'
import { cloudTemplate, readCloudAnswer, readTemplate, templateBody } from '@/domain/whatsappCloud'
import type { Settings } from '@/settingsRules'
import { sameText } from '@/secrets'
import { callProvider } from './callProvider'
import type { Channel } from './channel'

type CloudSettings = NonNullable<Settings['whatsappApi']>

export function whatsappChannel(settings: CloudSettings): Channel {
  const { apiUrl, phoneNumberId, token, templates } = settings
  return {
    name: 'whatsapp_api',
    provider: new URL(apiUrl).hostname,
    compose: (notice) => {
      const name = templates[notice.template]
      return name ? JSON.stringify(cloudTemplate(name, notice)) : null
    },
    deliver: ({ id, recipient, content }) =>
      callProvider(
        `${apiUrl}/${phoneNumberId}/messages`,
        {
          type: 'application/json',
          authorization: `Bearer ${token}`,
          body: templateBody(recipient, readTemplate(content), id),
        },
        readCloudAnswer,
      ),
  }
}

/** Whether Meta's app signed this body (`X-Hub-Signature-256`). */
export const isSignedByMeta = (
  { appSecret }: Pick<CloudSettings, 'appSecret'>,
  report: { body: Buffer; signature: string },
) =>
  sameText(
    `sha256=${createHmac('sha256', appSecret).update(report.body).digest('hex')}`,
    report.signature,
  )
