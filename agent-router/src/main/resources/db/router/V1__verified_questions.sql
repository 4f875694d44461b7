-- Questions that an administrator vouches for.
create table verified_questions (
    id          text        primary key,
    question    jsonb       not null,
    approved_by text        not null,
    approved_at timestamptz not null
);

-- Who approved or took back what; nothing here is ever changed. The last number tells whether anything is new.
create table verified_changes (
    n        bigint      generated always as identity primary key,
    action   text        not null check (action in ('approved', 'removed')),
    by_sub   text        not null,
    at       timestamptz not null,
    question jsonb       not null
);

-- What language models were paid for each caller on each day.
create table model_spending (
    sub    text    not null,
    day    date    not null,
    tokens bigint  not null default 0,
    money  numeric not null default 0,
    primary key (sub, day)
);
