-- Who asked what, when, by which way, what was made of it and what it cost. The key begins with the time: rows are read by
-- time and deleted by time.
create table audit (
    asked_at         timestamptz not null,
    id               text        not null,
    sub              text        not null,
    roles            text[]      not null,
    channel          text        not null,
    kind             text        not null check (kind in ('ask', 'interpret', 'query', 'again')),
    question         text,
    status           text        not null
        check (status in ('answered', 'partial', 'clarification', 'refused', 'failed', 'read')),
    code             text,
    task             jsonb,
    read_by          text,
    confidence       numeric,
    plan_hash        text,
    reading_ms       numeric,
    planning_ms      numeric,
    steps_ms         numeric,
    composing_ms     numeric,
    total_ms         numeric     not null,
    rows             integer,
    cache            text        check (cache in ('hit', 'miss', 'joined')),
    model_calls      integer     not null,
    tokens           bigint      not null,
    money            numeric     not null,
    answer_id        text,
    registry_version text,
    trace_id         text,
    primary key (asked_at, id)
);
create index audit_by_sub on audit (sub, asked_at desc);

-- Rows are only ever added. What is older than the retention may be deleted by whoever says so in the same transaction,
-- and never what is younger than a day.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        and old.asked_at < least(
            nullif(current_setting('asktrail.audit_forget_before', true), '')::timestamptz,
            now() - interval '1 day')
        and nullif(current_setting('asktrail.audit_forget_before', true), '') is not null
    then
        return old;
    end if;
    raise exception 'the audit table is append-only';
end
$$;
create trigger audit_append_only before update or delete on audit
    for each row execute function audit_is_append_only();
create trigger audit_never_emptied before truncate on audit
    for each statement execute function audit_is_append_only();
