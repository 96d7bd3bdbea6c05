import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The second factor of staff. The secret is sealed, the codes are hashed; a step is used once. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table second_factors (
      user_id integer primary key references users on delete cascade,
      secret text not null,
      last_step integer not null,
      created_at timestamptz not null default now()
    );
    -- One that is used is gone.
    create table recovery_codes (
      user_id integer not null references second_factors on delete cascade,
      hash text not null,
      primary key (user_id, hash)
    );

    -- A code is a step of time: going back would make those accepted since good again.
    create function second_factors_guard() returns trigger language plpgsql as $$
    begin
      if new.last_step <= old.last_step or new.user_id <> old.user_id
         or new.secret <> old.secret then
        raise exception 'a second factor only moves on' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger second_factors_guard before update on second_factors
      for each row execute function second_factors_guard();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table recovery_codes;
    drop table second_factors;
    drop function second_factors_guard();
  `)
}
