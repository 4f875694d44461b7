-- Everything here may run again: the loader runs it at each start, under its own lock.
DO $$ BEGIN
    IF to_regnamespace('sales') IS NULL THEN CREATE SCHEMA sales; END IF;
END $$;

CREATE TABLE IF NOT EXISTS sales.demo_origin (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    seed       bigint  NOT NULL,
    scale      numeric NOT NULL,
    first_day  date    NOT NULL
);

-- One row for each table and day that is there whole; written in the transaction that writes the day.
CREATE TABLE IF NOT EXISTS sales.loaded_days (
    table_name text        NOT NULL,
    day        date        NOT NULL,
    loaded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (table_name, day)
);

CREATE TABLE IF NOT EXISTS sales.products (
    sku          text PRIMARY KEY,
    product_name text NOT NULL,
    category     text NOT NULL,
    brand        text NOT NULL,
    unit_cost    numeric(12, 2) NOT NULL,
    list_price   numeric(12, 2) NOT NULL
);

CREATE TABLE IF NOT EXISTS sales.campaigns (
    campaign_id     bigint PRIMARY KEY,
    campaign_name   text NOT NULL UNIQUE,
    channel         text NOT NULL CHECK (channel IN ('SP', 'SB', 'SD')),
    campaign_status text NOT NULL CHECK (campaign_status IN ('enabled', 'paused', 'archived'))
);

CREATE TABLE IF NOT EXISTS sales.order_lines (
    order_id      text           NOT NULL,
    line_no       int            NOT NULL,
    order_date    date           NOT NULL,
    ordered_at    timestamptz    NOT NULL,
    sku           text           NOT NULL REFERENCES sales.products,
    campaign_id   bigint         REFERENCES sales.campaigns,
    customer_id   bigint         NOT NULL,
    customer_type text           NOT NULL CHECK (customer_type IN ('New', 'Returning')),
    geo           text           NOT NULL,
    city          text           NOT NULL,
    sales_channel text           NOT NULL CHECK (sales_channel IN ('Amazon.in', 'Flipkart', 'Website')),
    fulfilment    text           NOT NULL CHECK (fulfilment IN ('FBA', 'Easy Ship', 'Self Ship')),
    status        text           NOT NULL CHECK (status IN ('Shipped', 'Delivered', 'Cancelled', 'Returned')),
    quantity      int            NOT NULL CHECK (quantity > 0),
    amount        numeric(12, 2) NOT NULL,
    refund_amount numeric(12, 2) NOT NULL,
    cogs          numeric(12, 2) NOT NULL,
    PRIMARY KEY (order_id, line_no)
);
CREATE INDEX IF NOT EXISTS order_lines_by_date ON sales.order_lines (order_date);

-- A day that is missing ends what is covered: a question about it must not be answered as if it were a quiet day.
CREATE OR REPLACE VIEW sales.coverage AS
SELECT table_name, min(day) AS covered_from, max(day) AS covered_to, max(loaded_at) AS loaded_at
FROM (SELECT table_name, day, loaded_at, min(day) OVER (PARTITION BY table_name) AS first_day,
             (row_number() OVER (PARTITION BY table_name ORDER BY day) - 1)::int AS days_before
      FROM sales.loaded_days) AS days
WHERE day = first_day + days_before
GROUP BY table_name;

-- Which rows a reader may see, beside what its statement asks for. Each of its transactions says in asktrail.regions whose
-- rows it reads: '*' opens every row, 'unplaced' those without a state, a JSON array of texts those of the states in it.
-- What is missing, empty or anything else opens none.
CREATE OR REPLACE FUNCTION sales.claimed_regions() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT CASE WHEN pg_input_is_valid(claim, 'jsonb') THEN
               CASE WHEN jsonb_typeof(claim::jsonb) = 'array' AND NOT claim::jsonb @? '$[*] ? (@.type() <> "string")'
                    THEN ARRAY(SELECT jsonb_array_elements_text(claim::jsonb)) END
           END
    FROM (SELECT current_setting('asktrail.regions', true)) AS setting (claim)
);

-- The selects in brackets are worked out once a statement, not once a row. COPY cannot write to a table that is secured
-- by rows, not even for its owner: copy to a temporary table and insert from there.
DO $$ BEGIN
    IF NOT (SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'sales.order_lines'::regclass) THEN
        ALTER TABLE sales.order_lines ENABLE ROW LEVEL SECURITY;
        ALTER TABLE sales.order_lines FORCE ROW LEVEL SECURITY;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'sales.order_lines'::regclass) THEN
        EXECUTE format('CREATE POLICY all_for_the_owner ON sales.order_lines TO %I USING (true) WITH CHECK (true)',
            (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'sales.order_lines'::regclass));
        CREATE POLICY claimed_regions ON sales.order_lines FOR SELECT USING (
            (SELECT current_setting('asktrail.regions', true) = '*')
            OR geo = ANY ((SELECT sales.claimed_regions())::text[])
            OR geo IS NULL AND (SELECT current_setting('asktrail.regions', true) = 'unplaced'));
    END IF;
END $$;

DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'asktrail_sales') THEN
        GRANT USAGE ON SCHEMA sales TO asktrail_sales;
        GRANT SELECT ON sales.products, sales.campaigns, sales.order_lines, sales.coverage TO asktrail_sales;
    END IF;
END $$;
