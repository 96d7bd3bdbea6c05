import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'
import { fingerprintLine } from './fingerprint'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import type { Office } from './office'

/** Both forms of a text as they leave, with the fingerprint of the history that it was written from. */
export function sealed(
  { subject, text, html }: { subject: string; text: string; html: string },
  about: { template: TemplateKey; locale: Locale; office: Office; fingerprint: string },
) {
  const { template, locale, office, fingerprint } = about
  const proof = fingerprintLine(fingerprint, locale)
  return {
    text: `${text}\n\n${proof}`,
    html: wrapHtml({
      html: `${html}\n<p class="preuve" style="color:#55666a;font-size:13px">${escapeHtml(proof)}</p>`,
      subject,
      locale,
      agency: office.agency,
      footer: mailFooter(locale, office, template === 'nouveau_message'),
    }),
  }
}
