-- The warehouse of loaded order files. May be run at every load.
create schema if not exists sales;

create table if not exists sales.order_lines (
    order_id text not null,
    line_no integer not null,
    order_date date not null,
    sku text,
    style text,
    category text,
    size text,
    asin text,
    geo text,
    city text,
    postal_code text,
    status text,
    fulfilment text,
    sales_channel text,
    ship_service_level text,
    courier_status text,
    quantity integer not null,
    currency text,
    amount numeric(14, 2) not null,
    b2b text,
    promotion_ids text,
    primary key (order_id, line_no)
);
create index if not exists order_lines_by_date on sales.order_lines (order_date);

create table if not exists sales.loaded_files (
    content_hash text primary key,
    file text not null,
    lines_read bigint not null,
    lines_loaded bigint not null,
    loaded_at timestamptz not null
);

create table if not exists sales.set_aside (
    content_hash text not null references sales.loaded_files,
    file text not null,
    line bigint not null,
    reason text not null,
    raw text not null
);

create table if not exists sales.coverage (
    table_name text primary key,
    covered_from date,
    covered_to date,
    loaded_at timestamptz
);

-- Which rows a reader may see, beside what its statement asks for. Each of its transactions says in asktrail.regions whose
-- rows it reads: '*' opens every row, 'unplaced' those without a state, a JSON array of texts those of the states in it.
-- What is missing, empty or anything else opens none.
create or replace function sales.claimed_regions() returns text[] language sql stable parallel safe
return (
    select case when pg_input_is_valid(claim, 'jsonb') then
               case when jsonb_typeof(claim::jsonb) = 'array' and not claim::jsonb @? '$[*] ? (@.type() <> "string")'
                    then array(select jsonb_array_elements_text(claim::jsonb)) end
           end
    from (select current_setting('asktrail.regions', true)) as setting (claim)
);

-- The selects in brackets are worked out once a statement, not once a row. COPY cannot write to a table that is secured
-- by rows, not even for its owner: copy to a temporary table and insert from there.
do $$ begin
    if not (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'sales.order_lines'::regclass) then
        alter table sales.order_lines enable row level security;
        alter table sales.order_lines force row level security;
    end if;
    if not exists (select from pg_policy where polrelid = 'sales.order_lines'::regclass) then
        execute format('create policy all_for_the_owner on sales.order_lines to %I using (true) with check (true)',
            (select pg_get_userbyid(relowner) from pg_class where oid = 'sales.order_lines'::regclass));
        create policy claimed_regions on sales.order_lines for select using (
            (select current_setting('asktrail.regions', true) = '*')
            or geo = any ((select sales.claimed_regions())::text[])
            or geo is null and (select current_setting('asktrail.regions', true) = 'unplaced'));
    end if;
end $$;

-- Whoever reads orders has no use for what could not be loaded; it may hold anything.
do $$
begin
    if exists (select from pg_roles where rolname = 'asktrail_sales') then
        grant usage on schema sales to asktrail_sales;
        grant select on sales.order_lines, sales.coverage to asktrail_sales;
        revoke all on sales.set_aside, sales.loaded_files from asktrail_sales;
    end if;
end
$$;
