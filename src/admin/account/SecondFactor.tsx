import type { UIFieldServerProps } from 'payload'
import { ActionDialog } from '@/admin/ActionDialog.client'
import type { FieldSpec } from '@/admin/FormFields.client'
import { adminLocale } from '@/admin/words'
import { Tag } from '@/admin/Tag'
import { dayInWords } from '@/domain/wording'
import { env } from '@/env'
import { factorOf, isDemanded } from '@/secondFactor'
import { FactorControls } from './FactorControls.client'
import { factorWords } from './factorWords'

/** How this account is entered: one's own to look after, another's for an admin to remove. */
export async function SecondFactor({ id, req, i18n }: UIFieldServerProps) {
  const { user } = req
  if (id === undefined || !user || (user.id !== id && user.role !== 'admin')) return null
  const locale = adminLocale(i18n)
  const words = factorWords(locale)
  const factor = await factorOf(req, Number(id))
  const own = user.id === id
  const url = `/api/users/${id}/second-factor/remove`
  const { back, sending, removed: done, failed } = words
  const remove = { url, words: { back, sending, done, failed } }
  const { code, codeHint: hint, password } = words
  const askCode: FieldSpec = { type: 'text', name: 'code', label: code, hint, required: true }
  const askPassword: FieldSpec = {
    type: 'password',
    name: 'password',
    label: password,
    required: true,
  }
  return (
    <section className="scim-block">
      <h3>{words.title}</h3>
      {factor ? (
        <p>
          <Tag colour="success">{words.on}</Tag> {words.since}{' '}
          {dayInWords(new Date(factor.since), env.timeZone, locale)}.{' '}
          {own && words.codesLeft(factor.codesLeft)}
        </p>
      ) : (
        <p>{own ? words.off : words.otherOff}</p>
      )}
      <div className="scim-dialog-actions">
        {own && <FactorControls on={factor !== null} locale={locale} />}
        {own && factor && !(await isDemanded(req, user.id)) && (
          <ActionDialog
            {...remove}
            label={words.remove}
            title={words.removeTitle}
            text={words.removeText}
            fields={[askCode]}
          />
        )}
        {!own && factor && (
          <ActionDialog
            {...remove}
            label={words.removeOther}
            title={words.removeOtherTitle}
            text={words.removeOtherText}
            fields={[(await factorOf(req, user.id)) ? askCode : askPassword]}
          />
        )}
      </div>
    </section>
  )
}
