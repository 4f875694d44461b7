-- A conversation belongs to the one who began it: the id alone opens nothing.
create table conversations (
    id          text        not null,
    sub         text        not null,
    memory      jsonb       not null,
    updated_at  timestamptz not null default now(),
    primary key (sub, id)
);

create table answers (
    id              text        primary key,
    sub             text        not null,
    conversation_id text        not null,
    answer          jsonb       not null,
    created_at      timestamptz not null default now()
);
create index answers_by_sub on answers (sub, created_at desc);
