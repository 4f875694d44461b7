-- Files that somebody else has to consent to. What was asked for is kept with its fingerprint: consent holds for that,
-- under the rights of that moment, and for nothing else.
create table approvals (
    id           text        primary key,
    sub          text        not null,
    regions      text[]      not null,
    kind         text        not null check (kind in ('answer', 'rows')),
    subject      jsonb       not null,
    fingerprint  text        not null,
    summary      text        not null,
    reason       text        not null,
    status       text        not null check (status in ('requested', 'approved', 'rejected', 'void')),
    decided_by   text        check (decided_by <> sub),
    comment      text,
    created_at   timestamptz not null,
    decided_at   timestamptz,
    expires_at   timestamptz not null
);
create index approvals_by_sub on approvals (sub, created_at desc);
create index approvals_to_decide on approvals (created_at) where status = 'requested';

-- Who did what and when. Rows are only ever added.
create table approval_events (
    id          bigint      generated always as identity primary key,
    approval_id text        not null references approvals,
    at          timestamptz not null,
    sub         text        not null,
    event       text        not null check (event in ('requested', 'approved', 'rejected', 'voided', 'exported')),
    detail      text
);
create index approval_events_of on approval_events (approval_id, id);
