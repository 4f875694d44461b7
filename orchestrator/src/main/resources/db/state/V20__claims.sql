-- Work that came to several doors at once and that one of them does, with what whoever finishes it has to know. A claim is
-- held by a lease: one that has ended goes to whoever asks first. Each channel sees its own.
create table claims (
    sub         text        not null,
    key         text        not null,
    holder      text        not null,
    note        text        not null,
    lease_until timestamptz not null,
    done        boolean     not null default false,
    takeovers   int         not null default 0,
    created_at  timestamptz not null default now(),
    keep_until  timestamptz not null,
    primary key (sub, key)
);
create index claims_open on claims (sub, lease_until) where not done;
create index claims_to_forget on claims (keep_until);
