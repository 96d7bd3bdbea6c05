import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The mails that have not left, for whoever asks how the house does: few among millions. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index messages_waiting on messages (next_attempt_at)
      where channel = 'email' and direction = 'sortant' and state in ('a_envoyer', 'echouee')
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop index messages_waiting`)
}
