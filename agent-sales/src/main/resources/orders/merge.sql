-- From the staging table into the order lines. A line is known by its order, its SKU and which of the same SKU it is, so
-- that a newer export of the same orders changes lines instead of doubling them, in whatever order it has them.
with incoming as (
    select *, coalesce(sku, '') as item,
        row_number() over (partition by order_id, coalesce(sku, '') order by file_line) as nth
    from staged_lines
    where reason is null
), held as (
    select order_id, line_no, coalesce(sku, '') as item,
        row_number() over (partition by order_id, coalesce(sku, '') order by line_no) as nth
    from sales.order_lines
    where order_id in (select order_id from staged_lines)
), highest as (
    select order_id, max(line_no) as line_no from held group by order_id
), numbered as (
    select incoming.*, coalesce(
        held.line_no,
        coalesce(highest.line_no, 0)
            + row_number() over (partition by order_id, held.line_no is null order by incoming.file_line)) as line_no
    from incoming
    left join held using (order_id, item, nth)
    left join highest using (order_id)
), written as (
    insert into sales.order_lines as known (
        order_id, line_no, order_date, sku, style, category, size, asin, geo, city, postal_code, status, fulfilment,
        sales_channel, ship_service_level, courier_status, quantity, currency, amount, b2b, promotion_ids)
    select
        order_id, line_no, order_date, sku, style, category, size, asin, geo, city, postal_code, status, fulfilment,
        sales_channel, ship_service_level, courier_status, quantity, currency, amount, b2b, promotion_ids
    from numbered
    on conflict (order_id, line_no) do update set
        order_date = excluded.order_date, sku = excluded.sku, style = excluded.style, category = excluded.category,
        size = excluded.size, asin = excluded.asin, geo = excluded.geo, city = excluded.city,
        postal_code = excluded.postal_code, status = excluded.status, fulfilment = excluded.fulfilment,
        sales_channel = excluded.sales_channel, ship_service_level = excluded.ship_service_level,
        courier_status = excluded.courier_status, quantity = excluded.quantity, currency = excluded.currency,
        amount = excluded.amount, b2b = excluded.b2b, promotion_ids = excluded.promotion_ids
    where known is distinct from excluded
    returning xmax = 0 as is_new
)
select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from written
