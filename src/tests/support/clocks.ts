import { keepClocks } from '@/worker/keepClocks'
import { house } from './house'
import { rows } from './sql'

/** One round of the worker's clocks, by the database's clock or at a given instant. */
export const round = async (at?: Date) => keepClocks(await house(), { at })

/** Moves columns that the guards freeze, as somebody at the database's own console could. */
export async function moved(id: number, columns: Record<string, string>): Promise<void> {
  const sets = Object.entries(columns).map(
    ([column, value]) => `${column} = now() + interval '${value}'`,
  )
  await rows(`
    alter table reservations disable trigger user;
    update reservations set ${sets.join(', ')} where id = ${id};
    alter table reservations enable trigger user`)
}

export type Told = {
  template: string
  audience: string
  recipient: string | null
  text: string
  html: string
}

/** What was said about a reservation after it was asked for, in the order it was written. */
export async function told(id: number): Promise<Told[]> {
  return rows<Told>(
    `select template, audience, recipient, text, html from messages where reservation_id = $1
       and template not in ('accuse_reception', 'nouvelle_demande') order by id`,
    [id],
  )
}

export const templatesTold = async (id: number) => (await told(id)).map(({ template }) => template)
