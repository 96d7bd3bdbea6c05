import { bookings, pages } from './bookingChecks'
import { line, rows, rule, type Facts, type Line } from './counting'

const OVERLAP = (kind: string) => `
  select a.reference as what from reservations a join reservations b
    on a.property_id = b.property_id and a.id < b.id
   and a.starts_at < b.ends_at and b.starts_at < a.ends_at
  where a.status in ('en_attente', 'confirmee') and b.status in ('en_attente', 'confirmee')
    and a.kind ${kind} 'sejour' and b.kind ${kind} 'sejour'`

async function data(facts: Facts): Promise<Line[]> {
  return [
    await rule(
      facts,
      'one winner per slot',
      'reservations',
      `${OVERLAP('<>')} union all ${OVERLAP('=')}`,
    ),
    await rule(
      facts,
      'one reference each',
      'reservations',
      'select reference as what from reservations group by 1 having count(*) > 1',
    ),
    await rule(
      facts,
      'no half booking',
      'reservations',
      `select r.reference as what from reservations r where source = 'api' and (
         (select count(*) from status_history h where h.reservation_id = r.id and h."from" is null) <> 1
         or not exists (select 1 from messages m where m.reservation_id = r.id and m.template = 'accuse_reception')
         or not exists (select 1 from messages m where m.reservation_id = r.id and m.template = 'nouvelle_demande')
         or not exists (select 1 from request_answers a where a.request_key = r.request_key and a.body is not null))`,
    ),
    await rule(
      facts,
      'history complete, legal and gapless',
      'status_history',
      `select reference as what from (
         select r.reference, r.status::text as status, h."from"::text as begins, h."to"::text as ends,
           lag(h."to"::text) over w as before, lead(h.id) over w as next
         from reservations r left join status_history h on h.reservation_id = r.id
         window w as (partition by r.id order by h.at, h.id)) step
       where ends is null or begins is distinct from before
         or (next is null and ends <> status)
         or (begins is not null and (begins, ends) not in
           (('en_attente', 'confirmee'), ('en_attente', 'annulee'), ('confirmee', 'annulee')))`,
    ),
    await rule(
      facts,
      'one decision per race',
      `(select reservation_id from status_history where "from" is not null group by 1) d`,
      `select reservation_id::text as what from status_history where "from" is not null
       group by reservation_id, "from" having count(*) > 1`,
    ),
    await rule(
      facts,
      'no message of a rolled-back event',
      `messages where template is not null and reservation_id is not null`,
      `select m.id || ' ' || m.template as what from messages m
       left join reservations r on r.id = m.reservation_id
       where m.reservation_id is not null and (r.id is null
         or (m.template = 'confirmation' and not exists (select 1 from status_history h
             where h.reservation_id = r.id and h."to" = 'confirmee'))
         or (m.template in ('annulation', 'annulation_gestion', 'expiration') and r.status <> 'annulee'))`,
    ),
    await rule(
      facts,
      'every decision told its client once',
      `status_history where "from" is not null`,
      `select h.reservation_id || ' ' || h."to" as what from status_history h
       where h."from" is not null and (select count(*) from messages m
         where m.reservation_id = h.reservation_id and m.audience = 'client'
           and m.template in ('confirmation', 'annulation', 'expiration')
           and ((h."to" = 'confirmee') = (m.template = 'confirmation'))) <> 1`,
    ),
  ]
}

/** What time sets off: on the day of the storm each may happen once, and has happened if due. */
async function clocks(facts: Facts): Promise<Line[]> {
  return [
    await rule(
      facts,
      'each time-driven act once',
      `messages where template in ('rappel_delai', 'retard_client', 'escalade', 'expiration', 'rappel_visite')`,
      `select reservation_id || ' ' || template as what from messages
       where template in ('rappel_delai', 'retard_client', 'escalade', 'expiration', 'rappel_visite')
       group by reservation_id, template, audience, recipient having count(*) > 1`,
    ),
    await rule(
      facts,
      'no time-driven act missing',
      `reservations where source = 'api' and respond_by < now() - interval '1 minute'`,
      `select r.reference as what from reservations r
       where r.source = 'api' and r.status = 'en_attente' and r.responded_at is null
         and r.respond_by < now() - interval '1 minute'
         and not exists (select 1 from messages m where m.reservation_id = r.id and m.template = 'retard_client')`,
    ),
  ]
}

type Mail = { id: string; state: string; excused: boolean; error: string | null }

async function mails(facts: Facts): Promise<Line[]> {
  const { accepted } = facts.house.mail.record
  const all = await rows<Mail>(
    facts,
    `select id::text, state::text, last_error as error,
       exists (select 1 from message_events e where e.message_id = m.id
         and e.kind in ('inconnue', 'interrompue')) as excused
     from messages m where channel = 'email' and direction = 'sortant'`,
  )
  const sent = all.filter(({ state }) => state === 'envoyee')
  const heard = ({ id }: Mail) => accepted.get(`<message-${id}@localhost>`) ?? 0
  const silent = all.filter(
    ({ state, error }) => state !== 'envoyee' && !(state === 'abandonnee' && error),
  )
  return [
    line(
      'called sent only with a 250',
      sent.length,
      sent.filter((one) => heard(one) === 0).map(({ id }) => id),
    ),
    line(
      'no mail lost',
      all.length,
      silent.map(({ id, state }) => `${id} ${state}`),
    ),
    line(
      'a mail is doubled only after an unknown outcome',
      all.filter((one) => heard(one) > 0).length,
      all.filter((one) => heard(one) > 1 && !one.excused).map(({ id }) => id),
    ),
  ]
}

function outside({ journal }: Facts): Line[] {
  const { intrusions, edits, recoveries, statuses, failures } = journal
  const answers = [...statuses.values()].reduce((sum, each) => sum + each, 0)
  return [
    line(
      'nothing is rewritten, deleted or emptied in SQL',
      intrusions.length,
      intrusions.filter(({ accepted }) => accepted).map(({ name }) => name),
    ),
    line(
      'no lost edit between two people',
      edits.length,
      edits.filter(({ kept }) => !kept).map(() => 'price or address'),
    ),
    line('no answer but those of the contract, or 503', answers, failures),
    line(
      'healthy again within 10 s, without a hand',
      recoveries.length,
      recoveries
        .filter(({ seconds }) => seconds === null || seconds > 10)
        .map(({ fault, seconds }) => `${fault}: ${seconds ?? 'over 30'} s`),
    ),
  ]
}

export async function checkAll(facts: Facts): Promise<Line[]> {
  return [
    ...(await bookings(facts)),
    ...(await pages(facts)),
    ...(await data(facts)),
    ...(await clocks(facts)),
    ...(await mails(facts)),
    ...outside(facts),
  ]
}
