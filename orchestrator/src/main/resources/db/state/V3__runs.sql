-- Work under way and what came of it. The one who works on a run renews its lease; a run whose lease has ended is taken
-- over by whoever notices first.
create table runs (
    id               text        primary key,
    sub              text        not null,
    detached         boolean     not null,
    status           text        not null check (status in ('running', 'done', 'failed', 'cancelled')),
    caller           jsonb,
    request          jsonb,
    stages           jsonb       not null default '[]',
    answer_id        text,
    failure          jsonb,
    owner            text        not null,
    lease_until      timestamptz not null,
    takeovers        int         not null default 0,
    cancel_requested boolean     not null default false,
    created_at       timestamptz not null default now(),
    ended_at         timestamptz
);
create index runs_under_way on runs (lease_until) where status = 'running';
create index runs_by_sub on runs (sub, created_at desc);

-- What a run has finished. A result is kept where the run may have to go on without it; else only that it was there.
create table run_steps (
    run_id   text  not null references runs on delete cascade,
    step     text  not null,
    key      text  not null,
    result   jsonb,
    done_at  timestamptz not null default now(),
    primary key (run_id, key)
);
