-- Everything here may run again: the loader runs it at each start, under its own lock.
DO $$ BEGIN
    IF to_regnamespace('ads') IS NULL THEN CREATE SCHEMA ads; END IF;
END $$;

CREATE TABLE IF NOT EXISTS ads.demo_origin (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    seed       bigint  NOT NULL,
    scale      numeric NOT NULL,
    first_day  date    NOT NULL
);

-- One row for each table and day that is there whole; written in the transaction that writes the day.
CREATE TABLE IF NOT EXISTS ads.loaded_days (
    table_name text        NOT NULL,
    day        date        NOT NULL,
    loaded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (table_name, day)
);

CREATE TABLE IF NOT EXISTS ads.campaigns (
    campaign_id     bigint PRIMARY KEY,
    campaign_name   text NOT NULL UNIQUE,
    channel         text NOT NULL CHECK (channel IN ('SP', 'SB', 'SD')),
    campaign_status text NOT NULL CHECK (campaign_status IN ('enabled', 'paused', 'archived')),
    geo             text,
    daily_budget    numeric(12, 2) NOT NULL,
    start_date      date NOT NULL
);

CREATE TABLE IF NOT EXISTS ads.products (
    sku          text PRIMARY KEY,
    product_name text NOT NULL,
    category     text NOT NULL,
    brand        text NOT NULL
);

CREATE TABLE IF NOT EXISTS ads.campaign_products (
    campaign_id bigint NOT NULL REFERENCES ads.campaigns,
    sku         text   NOT NULL REFERENCES ads.products,
    PRIMARY KEY (campaign_id, sku)
);

-- The reports below refer to campaigns and products without foreign keys: checked row by row, these cost twice as much
-- as the whole load. Reports of an advertiser may name a campaign before its list does, too.
CREATE TABLE IF NOT EXISTS ads.campaign_daily (
    date               date           NOT NULL,
    campaign_id        bigint         NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL CHECK (clicks <= impressions),
    cost               numeric(14, 2) NOT NULL,
    attributed_sales   numeric(14, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL CHECK (attributed_orders <= clicks),
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    budget             numeric(12, 2) NOT NULL,
    PRIMARY KEY (date, campaign_id)
);

CREATE TABLE IF NOT EXISTS ads.product_daily (
    date               date           NOT NULL,
    campaign_id        bigint         NOT NULL,
    sku                text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL CHECK (clicks <= impressions),
    cost               numeric(14, 2) NOT NULL,
    attributed_sales   numeric(14, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL CHECK (attributed_orders <= clicks),
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, sku)
);

CREATE TABLE IF NOT EXISTS ads.targeting_daily (
    date               date           NOT NULL,
    campaign_id        bigint         NOT NULL,
    ad_group           text           NOT NULL,
    keyword            text           NOT NULL,
    match_type         text           NOT NULL CHECK (match_type IN ('exact', 'phrase', 'broad', 'auto')),
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL CHECK (clicks <= impressions),
    cost               numeric(14, 2) NOT NULL,
    attributed_sales   numeric(14, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL CHECK (attributed_orders <= clicks),
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, ad_group, keyword, match_type)
);

CREATE TABLE IF NOT EXISTS ads.search_term_daily (
    date               date           NOT NULL,
    campaign_id        bigint         NOT NULL,
    ad_group           text           NOT NULL,
    keyword            text           NOT NULL,
    match_type         text           NOT NULL CHECK (match_type IN ('exact', 'phrase', 'broad', 'auto')),
    search_term        text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL CHECK (clicks <= impressions),
    cost               numeric(14, 2) NOT NULL,
    attributed_sales   numeric(14, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL CHECK (attributed_orders <= clicks),
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, ad_group, keyword, match_type, search_term)
);

CREATE TABLE IF NOT EXISTS ads.placement_daily (
    date               date           NOT NULL,
    campaign_id        bigint         NOT NULL,
    placement          text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL CHECK (clicks <= impressions),
    cost               numeric(14, 2) NOT NULL,
    attributed_sales   numeric(14, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL CHECK (attributed_orders <= clicks),
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, placement)
);

-- Sponsored Brands by product. Amazon does not report it, so each measure is split evenly over what the campaign
-- advertises; the first of them by SKU take the paise and units that are left over, so that the parts sum exactly.
CREATE OR REPLACE VIEW ads.product_metrics AS
SELECT date, campaign_id, sku, impressions, clicks, cost, attributed_sales, attributed_orders, attributed_units,
       ntb_orders, false AS allocated
FROM ads.product_daily
UNION ALL
SELECT day.date, day.campaign_id, part.sku,
       day.impressions / part.of + (part.no <= day.impressions % part.of)::int,
       day.clicks / part.of + (part.no <= day.clicks % part.of)::int,
       (div(day.cost * 100, part.of) + (part.no <= mod(day.cost * 100, part.of))::int)::numeric(14, 0) * 0.01,
       (div(day.attributed_sales * 100, part.of) + (part.no <= mod(day.attributed_sales * 100, part.of))::int)
           ::numeric(14, 0) * 0.01,
       day.attributed_orders / part.of + (part.no <= day.attributed_orders % part.of)::int,
       day.attributed_units / part.of + (part.no <= day.attributed_units % part.of)::int,
       day.ntb_orders / part.of + (part.no <= day.ntb_orders % part.of)::int,
       true
FROM ads.campaign_daily AS day
JOIN (SELECT campaign_id, sku, row_number() OVER (PARTITION BY campaign_id ORDER BY sku COLLATE "C") AS no,
             count(*) OVER (PARTITION BY campaign_id) AS of
      FROM ads.campaign_products JOIN ads.campaigns USING (campaign_id)
      WHERE channel = 'SB') AS part USING (campaign_id);

-- A day that is missing ends what is covered: a question about it must not be answered as if it were a quiet day.
CREATE OR REPLACE VIEW ads.coverage AS
SELECT table_name, min(day) AS covered_from, max(day) AS covered_to, max(loaded_at) AS loaded_at
FROM (SELECT table_name, day, loaded_at, min(day) OVER (PARTITION BY table_name) AS first_day,
             (row_number() OVER (PARTITION BY table_name ORDER BY day) - 1)::int AS days_before
      FROM (SELECT table_name, day, loaded_at FROM ads.loaded_days
            UNION ALL
            -- a day of product_daily is loaded together with the campaigns' day that the view splits
            SELECT 'product_metrics', day, loaded_at FROM ads.loaded_days WHERE table_name = 'product_daily'
           ) AS all_days) AS days
WHERE day = first_day + days_before
GROUP BY table_name;

DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'asktrail_ads') THEN
        GRANT USAGE ON SCHEMA ads TO asktrail_ads;
        GRANT SELECT ON ads.campaigns, ads.products, ads.campaign_products, ads.campaign_daily, ads.product_daily,
            ads.targeting_daily, ads.search_term_daily, ads.placement_daily, ads.product_metrics, ads.coverage
            TO asktrail_ads;
    END IF;
END $$;
