import { cache } from 'react'
import { env } from '@/env'
import type { Locale } from '@/domain/status'
import { spokenBy } from '@/i18n/agency'
import { officeOf } from '@/messaging/office'
import { outside } from './payload'

/** The office as it is now: read once for everything that draws one page, never kept longer. */
export const officeNow = cache(async () => officeOf(await outside()))

export const agencyNow = async () => (await officeNow()).agency

/** The texts of the client site, as the agency speaks them. */
export const textsNow = async (locale: Locale) => spokenBy(await agencyNow(), locale, env.country)
