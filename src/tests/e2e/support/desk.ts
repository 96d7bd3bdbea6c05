import type { Page } from '@playwright/test'
import { mailTo } from './inbox'

/** The desk in a browser: what owners and admins do all day. */

/** Of OWNER. */
export const MINE = 'villa-mpila'
/** Of OTHER_OWNER. */
export const THEIRS = 'maison-bacongo'

export const tags = (panel: Page) => panel.locator('.scim-tags')

/** The link of the owner's notification, as the mail writes it out. */
export async function decisionLink(owner: string, reference: string): Promise<string> {
  const { text } = await mailTo(owner, new RegExp(`Nouvelle demande.*${reference}`))
  const link = /https?:\/\/\S+\/decision\/[\w.-]+/.exec(text)?.[0]
  if (!link) throw new Error(`no link to decide in: ${text}`)
  return link
}
