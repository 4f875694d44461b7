-- How many calls of a tool are left, for all orchestrators; written by Bucket4j.
create unlogged table tool_quotas (
    id         text   primary key,
    state      bytea,
    expires_at bigint
);

-- Tools that failed again and again and are left alone until then.
create unlogged table open_breakers (
    tool       text        primary key,
    open_until timestamptz not null
);

-- Results of steps that all orchestrators may use; only where it is switched on.
create unlogged table step_results (
    key        text        primary key,
    result     text        not null,
    expires_at timestamptz not null
);
create index step_results_by_expiry on step_results (expires_at);
