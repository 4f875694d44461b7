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
