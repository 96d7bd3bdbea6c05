import type { PayloadRequest, ValidationError } from 'payload'
import type { Words } from '@/domain/status'
import { fieldRefusal, type Wrong as WrongField } from './fieldRefusal'

type Path = 'key' | 'locale' | 'subject' | 'body'
export type Wrong = WrongField<Path>

const LABELS: Record<Path, Words> = {
  key: { fr: 'Message', en: 'Message' },
  locale: { fr: 'Langue', en: 'Language' },
  subject: { fr: 'Objet', en: 'Subject' },
  body: { fr: 'Message', en: 'Message' },
}

export const templateRefusal = (req: PayloadRequest, wrong: readonly Wrong[]): ValidationError =>
  fieldRefusal(req, { collection: 'message-templates' }, LABELS, wrong)
