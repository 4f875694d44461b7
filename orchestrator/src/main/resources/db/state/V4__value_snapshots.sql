-- The values that a dimension had when it was last looked at, so that a sudden change of them is seen.
create table value_snapshots (
    dimension text not null,
    agent     text not null,
    taken_at  timestamptz not null,
    known     text[] not null,
    primary key (dimension, agent)
);
