import { expect } from '@playwright/test'
import { facts } from './facts'

export type Mail = {
  subject: string
  text: string
  html: string
  from: { address: string }[]
  to: { address: string }[]
  headers: Record<string, unknown>
}

async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${facts.inboxUrl}/api/email`)
  const mails = (await answer.json()) as Mail[] // as: maildev's answer; the tests read what they expect.
  return mails.filter(({ to }) => to.some((one) => one.address === address))
}

/** The mail to this address with such a subject, once it has arrived. */
export async function mailTo(address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined
  await expect
    .poll(
      async () => {
        const mails = await mailsTo(address)
        found = mails.find((mail) => subject.test(mail.subject))
        return found ? 'arrived' : `only ${mails.map((mail) => mail.subject).join(', ')}`
      },
      { timeout: 30_000, message: `mail to ${address} like ${subject}` },
    )
    .toBe('arrived')
  if (!found) throw new Error('unreachable: the poll above found it')
  return found
}

/** The tracking link of a mail, as its text part writes it out. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/suivi\/[\w.~-]+/.exec(text)?.[0]
  if (!link) throw new Error(`no tracking link in: ${text}`)
  return link
}
