-- What was unusual, of whom and since when, for everybody who sees the same numbers. A change of it (it began, it is over) is
-- told once: told_at is empty until somebody has taken it to tell.
create table anomaly_states (
    id         bigint generated always as identity primary key,
    policy     text        not null,
    scope      text        not null,
    metric     text        not null,
    part       text        not null,
    member     text        not null,
    since      date        not null,
    until      date        not null,
    score      numeric     not null,
    is_over    boolean     not null,
    changed_at timestamptz not null,
    told_at    timestamptz,
    unique (policy, scope, metric, part, member, since)
);
create index anomaly_states_untold on anomaly_states (policy) where told_at is null;
