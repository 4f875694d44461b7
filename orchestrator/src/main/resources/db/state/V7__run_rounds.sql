-- The rounds of a diagnosis: what was to be looked at, so that whoever takes the run over goes on from there, and what was
-- thought of it once it was seen.
create table run_rounds (
    run_id  text not null references runs on delete cascade,
    round   int  not null,
    look    jsonb,
    thought jsonb,
    primary key (run_id, round)
);
