import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What a search by name needs, with a million reservations. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Names share their syllables: of "mabiala 4999" every three letters stand in a hundred thousand
    -- names, and to intersect these takes ten times the rest of a search. Of eight letters few do.
    -- The last runs are shorter, so that what is shorter than a run begins one.
    create function scim_runs(text) returns tsvector
    language plpgsql immutable strict parallel safe as $body$
    declare runs text[] = '{}';
    begin
      for n in 1..length($1) loop
        runs[n] = substr($1, n, 8);
      end loop;
      return array_to_tsvector(runs);
    end $body$;

    -- The runs of every text that has this one as a part.
    create function scim_runs_with(part text) returns tsquery
    language sql immutable strict parallel safe as $body$
      select string_agg('''' || regexp_replace(substr(part, n, 8), $$(['\\\\])$$, '\\1\\1', 'g') || ''''
        || case when length(part) < 8 then ':*' else '' end, ' & ')::tsquery
      from generate_series(1, greatest(length(part) - 7, 1)) n
    $body$;

    drop index clients_name_parts;
    create index clients_name_runs on clients using gin (scim_runs(scim_plain(name)));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index clients_name_runs;
    create index clients_name_parts on clients using gin (scim_plain(name) gin_trgm_ops);
    drop function scim_runs_with(text);
    drop function scim_runs(text);
  `)
}
