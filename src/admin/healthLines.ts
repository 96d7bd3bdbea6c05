import type { Payload } from 'payload'
import { keptBackups } from '@/backup/kept'
import { databaseCode, isDatabaseAway } from '@/databaseRefusal'
import { stallOf } from '@/domain/stall'
import type { Locale } from '@/domain/status'
import { whatsappLink } from '@/domain/whatsapp'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { healthFacts, healthOf, type Health, type HealthFacts } from '@/health'
import type { HealthWords } from './healthWords'
import { partnerLines } from './partnerLines'
import { phoneLines } from './phoneLines'
import { templateOverview } from './templateOverview'

export type HealthLine = {
  name: string
  health: Health
  detail: string
  link?: { href: string; label: string; outside: boolean }
}

const BACKUPS = '.data/backups'

/** Each part that must work, in a line for people; what needs no database is known without it. */
export async function healthLines(
  payload: Payload,
  words: HealthWords,
  locale: Locale,
): Promise<HealthLine[]> {
  let facts: HealthFacts
  try {
    facts = await healthFacts(payload)
  } catch (err) {
    payload.logger.error({ err, msg: 'health could not be read' })
    const detail = isDatabaseAway(err)
      ? words.databaseDown
      : words.databaseUnread(databaseCode(err))
    return [
      { name: words.database, health: 'down', detail },
      whatsappLine(words),
      backupLine(words, locale),
    ]
  }
  const health = healthOf(facts)
  const { missing, applied } = facts
  return [
    { name: words.database, health: health.database, detail: words.databaseOk(facts.version) },
    {
      name: words.migrations,
      health: health.migrations,
      detail:
        missing.length === 0
          ? words.migrationsOk(applied)
          : words.migrationsMissing(missing.length),
    },
    { name: words.worker, health: health.worker, detail: workerDetail(facts, words) },
    {
      name: words.mail,
      health: health.mail,
      detail: mailDetail(facts, words, locale),
      link: { href: '/admin/collections/messages', label: words.see, outside: false },
    },
    ...(await phoneLines(payload, locale)),
    ...(await partnerLines(payload, words)),
    whatsappLine(words),
    await templatesLine(payload, words),
    backupLine(words, locale),
  ]
}

function workerDetail({ pulse }: HealthFacts, words: HealthWords): string {
  const stall = stallOf(pulse)
  if (pulse.beat === null) return words.workerNone
  if (stall === 'worker') return words.workerLate(pulse.beat)
  return stall === 'clocks' ? words.clocksLate(pulse.clocks ?? 0) : words.workerSeen(pulse.beat)
}

const instantWords = (instant: Date, locale: Locale) => momentInWords(instant, env.timeZone, locale)

function mailDetail(facts: HealthFacts, words: HealthWords, locale: Locale): string {
  const { waiting, givenUp, lastAccepted, pulse } = facts
  return [
    ...(pulse.mail ? [] : [words.noServer]),
    lastAccepted
      ? words.lastAccepted(instantWords(new Date(lastAccepted), locale))
      : words.neverAccepted,
    words.waiting(waiting),
    ...(pulse.mailDown === null ? [] : [words.mailDown(pulse.mailDown)]),
    ...(pulse.mailOverdue !== null && pulse.mailOverdue > 60
      ? [words.overdue(pulse.mailOverdue)]
      : []),
    ...(givenUp > 0 ? [words.givenUp(givenUp)] : []),
  ].join(' · ')
}

function whatsappLine(words: HealthWords): HealthLine {
  const href = whatsappLink(env.whatsappPhone, words.tryText)
  return href
    ? {
        name: words.whatsapp,
        health: 'ok',
        detail: env.whatsappPhone ?? '',
        link: { href, label: words.tryLink, outside: true },
      }
    : { name: words.whatsapp, health: 'ok', detail: words.noWhatsapp }
}

async function templatesLine(payload: Payload, words: HealthWords): Promise<HealthLine> {
  const faulty = (await templateOverview(payload)).filter(({ fault }) => fault !== null).length
  return {
    name: words.templates,
    health: faulty === 0 ? 'ok' : 'degraded',
    detail: faulty === 0 ? words.templatesOk : words.templatesFaulty(faulty),
    link: { href: '/admin/collections/message-templates', label: words.see, outside: false },
  }
}

/** None here is no fault: a house may keep its backups elsewhere. */
function backupLine(words: HealthWords, locale: Locale): HealthLine {
  const [newest] = keptBackups(BACKUPS)
  const told = newest?.whole ? words.lastBackup : words.lastIncomplete
  return {
    name: words.backups,
    health: newest?.whole ? 'ok' : 'degraded',
    detail: newest ? told(instantWords(newest.madeAt, locale)) : words.noBackup,
  }
}
