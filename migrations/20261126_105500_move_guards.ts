import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** A reminder is of one date: a move, and nothing else, makes room for the reminder of the new one. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create or replace trigger reservations_guard_done before update on reservations for each row
      when (old.reminded_at is not null and new.reminded_at is distinct from old.reminded_at
        or old.late_told_at is not null and new.late_told_at is distinct from old.late_told_at
        or old.visit_reminded_at is not null
          and new.visit_reminded_at is distinct from old.visit_reminded_at
          and (new.visit_reminded_at is not null
            or (new.starts_at, new.ends_at) = (old.starts_at, old.ends_at))
        or old.answer_minutes is not null
          and new.answer_minutes is distinct from old.answer_minutes)
      execute function scim_guard_done();

    -- When its date was changed last, or null: what was said of its date before is no longer true.
    create function scim_moved_at(reservation integer) returns timestamptz
    language sql stable as $body$
      select max(at) from reservation_changes
      where reservation_id = reservation and kind = 'deplacement'
    $body$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function scim_moved_at(integer);
    create or replace trigger reservations_guard_done before update on reservations for each row
      when (old.reminded_at is not null and new.reminded_at is distinct from old.reminded_at
        or old.late_told_at is not null and new.late_told_at is distinct from old.late_told_at
        or old.visit_reminded_at is not null
          and new.visit_reminded_at is distinct from old.visit_reminded_at
        or old.answer_minutes is not null
          and new.answer_minutes is distinct from old.answer_minutes)
      execute function scim_guard_done();
  `)
}
