-- What lists need of an answer without reading it whole, and a fingerprint of the rights it was made under. Answers of
-- before have no fingerprint: nobody can say any more what they were allowed to hold.
alter table answers
    add column question text,
    add column status   text,
    add column rights   text;
update answers set question = answer ->> 'question', status = answer ->> 'status';
create index answers_by_conversation on answers (sub, conversation_id, created_at);

-- What somebody thinks of an answer, and how it should have been read. It goes with the answer.
create table feedback (
    answer_id  text        not null references answers on delete cascade,
    sub        text        not null,
    thumb      text        not null check (thumb in ('up', 'down')),
    comment    text,
    correction jsonb,
    given_at   timestamptz not null,
    primary key (answer_id, sub)
);

-- Links to answers. The link itself is not kept, only what it is recognised by.
create table shares (
    token_hash bytea       primary key,
    answer_id  text        not null references answers on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index shares_by_answer on shares (answer_id);
