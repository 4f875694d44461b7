-- Everything here may run again: whoever writes the store runs it first, under the store's lock.
DO $$ BEGIN
    IF to_regnamespace('ads') IS NULL THEN CREATE SCHEMA ads; END IF;
END $$;

CREATE TABLE IF NOT EXISTS ads.profiles (
    profile_id   bigint PRIMARY KEY,
    country_code text NOT NULL,
    currency     text NOT NULL,
    time_zone    text NOT NULL,
    account_name text NOT NULL
);

-- One row for each report and day that is there whole; written in the transaction that writes the day's rows.
CREATE TABLE IF NOT EXISTS ads.report_days (
    profile_id bigint      NOT NULL,
    report     text        NOT NULL,
    table_name text        NOT NULL,
    channel    text        NOT NULL,
    day        date        NOT NULL,
    origin     text        NOT NULL CHECK (origin IN ('api', 'import', 'demo')),
    loaded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (profile_id, report, day)
);

-- The day, at the profile's place, when Amazon was asked for it; null where the rows are final or of unknown age.
ALTER TABLE ads.report_days ADD COLUMN IF NOT EXISTS asked_on date;

-- Reports that the sync has asked for or has to ask for again. A row goes with the transaction that writes its days.
CREATE TABLE IF NOT EXISTS ads.sync_orders (
    profile_id bigint      NOT NULL,
    report     text        NOT NULL,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL,
    ticket     text,
    asked_at   timestamptz NOT NULL,
    attempts   int         NOT NULL DEFAULT 0,
    retry_at   timestamptz,
    error      text,
    PRIMARY KEY (profile_id, report, first_day)
);

-- How each part of the sync went last: a report's id, or what else of an account is fetched; profile 0 is the login.
CREATE TABLE IF NOT EXISTS ads.sync_parts (
    profile_id bigint      NOT NULL,
    part       text        NOT NULL,
    tried_at   timestamptz NOT NULL,
    done_at    timestamptz,
    error      text,
    PRIMARY KEY (profile_id, part)
);

-- One row: when the sync ran and will run.
CREATE TABLE IF NOT EXISTS ads.sync_run (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    next_at     timestamptz
);

-- The scheduler's, as its library wants it.
CREATE TABLE IF NOT EXISTS ads.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

-- A day that was reported anew with other totals than before. What people were told in between can be told apart.
CREATE TABLE IF NOT EXISTS ads.restatements (
    profile_id    bigint         NOT NULL,
    report        text           NOT NULL,
    channel       text           NOT NULL,
    day           date           NOT NULL,
    seen_at       timestamptz    NOT NULL DEFAULT now(),
    cost_before   numeric(16, 2) NOT NULL,
    cost_after    numeric(16, 2) NOT NULL,
    sales_before  numeric(16, 2) NOT NULL,
    sales_after   numeric(16, 2) NOT NULL,
    orders_before bigint         NOT NULL,
    orders_after  bigint         NOT NULL,
    PRIMARY KEY (profile_id, report, day, seen_at)
);

-- Console exports that were loaded, by their content: the same one changes nothing a second time.
CREATE TABLE IF NOT EXISTS ads.loaded_files (
    profile_id   bigint      NOT NULL,
    content_hash text        NOT NULL,
    report       text        NOT NULL,
    file_name    text        NOT NULL,
    first_day    date        NOT NULL,
    last_day     date        NOT NULL,
    row_count    bigint      NOT NULL,
    loaded_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (profile_id, content_hash)
);

-- Names are not unique: an archived campaign's may be used again.
CREATE TABLE IF NOT EXISTS ads.campaigns (
    campaign_id     bigint PRIMARY KEY,
    profile_id      bigint NOT NULL,
    campaign_name   text NOT NULL,
    channel         text NOT NULL CHECK (channel IN ('SP', 'SB', 'SD')),
    campaign_status text NOT NULL CHECK (campaign_status IN ('enabled', 'paused', 'archived')),
    geo             text,
    daily_budget    numeric(14, 2),
    start_date      date
);

-- Questions about one campaign name it.
CREATE INDEX IF NOT EXISTS campaigns_by_name ON ads.campaigns (campaign_name);

CREATE TABLE IF NOT EXISTS ads.products (
    sku          text PRIMARY KEY,
    product_name text NOT NULL,
    category     text,
    brand        text
);

CREATE TABLE IF NOT EXISTS ads.campaign_products (
    campaign_id bigint NOT NULL,
    sku         text   NOT NULL,
    PRIMARY KEY (campaign_id, sku)
);

-- The reports below refer to campaigns and products without foreign keys: checked row by row, these cost twice as much
-- as the whole load. The channel stands in each row, so that a report's days can be replaced without a join.
CREATE TABLE IF NOT EXISTS ads.campaign_daily (
    date               date           NOT NULL,
    profile_id         bigint         NOT NULL,
    channel            text           NOT NULL,
    campaign_id        bigint         NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL,
    cost               numeric(16, 2) NOT NULL,
    attributed_sales   numeric(16, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL,
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    budget             numeric(14, 2),
    PRIMARY KEY (date, campaign_id)
);

-- For one campaign's series: by date first, as in the key, it would be looked up once a day.
CREATE INDEX IF NOT EXISTS campaign_daily_by_campaign ON ads.campaign_daily (campaign_id, date);

CREATE TABLE IF NOT EXISTS ads.product_daily (
    date               date           NOT NULL,
    profile_id         bigint         NOT NULL,
    channel            text           NOT NULL,
    campaign_id        bigint         NOT NULL,
    sku                text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL,
    cost               numeric(16, 2) NOT NULL,
    attributed_sales   numeric(16, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL,
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, sku)
);

CREATE TABLE IF NOT EXISTS ads.targeting_daily (
    date               date           NOT NULL,
    profile_id         bigint         NOT NULL,
    channel            text           NOT NULL,
    campaign_id        bigint         NOT NULL,
    ad_group           text           NOT NULL,
    keyword            text           NOT NULL,
    match_type         text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL,
    cost               numeric(16, 2) NOT NULL,
    attributed_sales   numeric(16, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL,
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, ad_group, keyword, match_type)
);

CREATE TABLE IF NOT EXISTS ads.search_term_daily (
    date               date           NOT NULL,
    profile_id         bigint         NOT NULL,
    channel            text           NOT NULL,
    campaign_id        bigint         NOT NULL,
    ad_group           text           NOT NULL,
    keyword            text           NOT NULL,
    match_type         text           NOT NULL,
    search_term        text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL,
    cost               numeric(16, 2) NOT NULL,
    attributed_sales   numeric(16, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL,
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, ad_group, keyword, match_type, search_term)
);

CREATE TABLE IF NOT EXISTS ads.placement_daily (
    date               date           NOT NULL,
    profile_id         bigint         NOT NULL,
    channel            text           NOT NULL,
    campaign_id        bigint         NOT NULL,
    placement          text           NOT NULL,
    impressions        bigint         NOT NULL,
    clicks             bigint         NOT NULL,
    cost               numeric(16, 2) NOT NULL,
    attributed_sales   numeric(16, 2) NOT NULL,
    attributed_orders  bigint         NOT NULL,
    attributed_units   bigint         NOT NULL,
    ntb_orders         bigint         NOT NULL,
    PRIMARY KEY (date, campaign_id, placement)
);

-- A store of an earlier version takes no match type that was new at Amazon. Locked only where there is something to do.
DO $$ DECLARE old record; BEGIN
    FOR old IN SELECT conrelid::regclass AS held, conname FROM pg_constraint
               WHERE conname IN ('targeting_daily_match_type_check', 'search_term_daily_match_type_check')
                 AND connamespace = 'ads'::regnamespace
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', old.held, old.conname);
    END LOOP;
END $$;

-- A store of an earlier version counted targeted products as automatic. Done once, as it looks at every row.
CREATE TABLE IF NOT EXISTS ads.mended (
    what      text        PRIMARY KEY,
    mended_at timestamptz NOT NULL DEFAULT now()
);
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM ads.mended WHERE what = 'product targets') THEN
        UPDATE ads.targeting_daily SET match_type = 'product target'
        WHERE match_type = 'auto' AND keyword ~* '^[a-z-]+ *[=<>]';
        UPDATE ads.search_term_daily SET match_type = 'product target'
        WHERE match_type = 'auto' AND keyword ~* '^[a-z-]+ *[=<>]';
        INSERT INTO ads.mended (what) VALUES ('product targets');
    END IF;
END $$;

-- How campaigns are set, on the one day that is known: today at the account's place. A question about another day finds
-- no rows, as nobody keeps what was set then.
CREATE OR REPLACE VIEW ads.campaign_settings WITH (security_invoker = true) AS
SELECT (now() AT TIME ZONE time_zone)::date AS date, campaign_id, daily_budget,
       to_char(start_date, 'YYYY-MM-DD') AS campaign_start
FROM ads.campaigns JOIN ads.profiles USING (profile_id);

-- Sponsored Brands by product. Amazon does not report it, so each measure is split evenly over what the campaign
-- advertises; the first of them by SKU take the paise and units that are left over, so that the parts sum exactly. A
-- campaign whose products nobody told of keeps its numbers, at no product.
CREATE OR REPLACE VIEW ads.product_metrics WITH (security_invoker = true) AS
SELECT date, channel, campaign_id, sku, impressions, clicks, cost, attributed_sales, attributed_orders,
       attributed_units, ntb_orders, false AS allocated
FROM ads.product_daily
UNION ALL
SELECT day.date, day.channel, day.campaign_id, part.sku,
       day.impressions / part.of + (part.no <= day.impressions % part.of)::int,
       day.clicks / part.of + (part.no <= day.clicks % part.of)::int,
       (div(day.cost * 100, part.of) + (part.no <= mod(day.cost * 100, part.of))::int)::numeric(16, 0) * 0.01,
       (div(day.attributed_sales * 100, part.of) + (part.no <= mod(day.attributed_sales * 100, part.of))::int)
           ::numeric(16, 0) * 0.01,
       day.attributed_orders / part.of + (part.no <= day.attributed_orders % part.of)::int,
       day.attributed_units / part.of + (part.no <= day.attributed_units % part.of)::int,
       day.ntb_orders / part.of + (part.no <= day.ntb_orders % part.of)::int,
       true
FROM ads.campaign_daily AS day
JOIN (SELECT campaign_id, sku, row_number() OVER (PARTITION BY campaign_id ORDER BY sku COLLATE "C") AS no,
             count(*) OVER (PARTITION BY campaign_id) AS of
      FROM ads.campaigns LEFT JOIN ads.campaign_products USING (campaign_id)
      WHERE channel = 'SB') AS part USING (campaign_id);

-- What is covered, by table and channel: each run of unbroken days, as a question about a day in a gap must not be
-- answered as if that had been a quiet one. Of several accounts, the days that all of them have.
CREATE OR REPLACE VIEW ads.coverage AS
WITH accounts AS (
    SELECT report, count(DISTINCT profile_id) AS accounts FROM ads.report_days GROUP BY report
), days AS (
    SELECT report, table_name, channel, day, max(loaded_at) AS loaded_at
    FROM ads.report_days JOIN accounts USING (report)
    GROUP BY report, table_name, channel, day
    HAVING count(*) = max(accounts)
), marked AS (
    SELECT *, day - (row_number() OVER (PARTITION BY report ORDER BY day))::int AS island FROM days
), islands AS (
    SELECT report, table_name, channel, min(day) AS covered_from, max(day) AS covered_to, max(loaded_at) AS loaded_at
    FROM marked
    GROUP BY report, table_name, channel, island
)
SELECT table_name, channel, covered_from, covered_to, loaded_at FROM islands
UNION ALL
-- the view over products reads the products' reports, and Sponsored Brands from the campaigns'
SELECT 'product_metrics', channel, covered_from, covered_to, loaded_at FROM islands
WHERE table_name = 'product_daily' OR report = 'sbCampaigns';

-- How old a table's days were when Amazon was asked for them: for each age the first day. What was asked for before it
-- had settled may still move, however long ago that was.
CREATE OR REPLACE VIEW ads.known_ages AS
WITH ages AS (
    SELECT table_name, report, channel, asked_on - day AS age, min(day) AS first_day
    FROM ads.report_days
    WHERE asked_on IS NOT NULL
    GROUP BY table_name, report, channel, asked_on - day
)
SELECT table_name, channel, age, min(first_day) AS first_day FROM ages GROUP BY table_name, channel, age
UNION ALL
SELECT 'product_metrics', channel, age, min(first_day) FROM ages
WHERE table_name = 'product_daily' OR report = 'sbCampaigns'
GROUP BY channel, age;

-- Which rows a reader may see, beside what its statement asks for. Each of its transactions says in asktrail.regions whose
-- rows it reads: '*' opens every row, 'unplaced' those of campaigns aimed at no state, a JSON array of texts those of the
-- states in it. What is missing, empty or anything else opens none.
CREATE OR REPLACE FUNCTION ads.claimed_regions() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT CASE WHEN pg_input_is_valid(claim, 'jsonb') THEN
               CASE WHEN jsonb_typeof(claim::jsonb) = 'array' AND NOT claim::jsonb @? '$[*] ? (@.type() <> "string")'
                    THEN ARRAY(SELECT jsonb_array_elements_text(claim::jsonb)) END
           END
    FROM (SELECT current_setting('asktrail.regions', true)) AS setting (claim)
);

-- A report's row belongs to the state that its campaign is aimed at; campaigns are secured themselves, so that those a
-- reader sees are those whose rows it may see. The selects in brackets are worked out once a statement, not once a row.
DO $$
DECLARE
    secured regclass;
    reads   text;
BEGIN
    FOREACH secured IN ARRAY ARRAY['ads.campaigns', 'ads.campaign_daily', 'ads.product_daily', 'ads.targeting_daily',
                                   'ads.search_term_daily', 'ads.placement_daily']::regclass[] LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_policy WHERE polrelid = secured);
        reads := CASE secured WHEN 'ads.campaigns'::regclass
            THEN $policy$geo = ANY ((SELECT ads.claimed_regions())::text[])
                OR geo IS NULL AND (SELECT current_setting('asktrail.regions', true) = 'unplaced')$policy$
            ELSE 'campaign_id IN (SELECT campaign_id FROM ads.campaigns)' END;
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', secured);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', secured);
        EXECUTE format('CREATE POLICY all_for_the_owner ON %s TO %I USING (true) WITH CHECK (true)', secured,
            (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = secured));
        EXECUTE format($policy$CREATE POLICY claimed_regions ON %s FOR SELECT
            USING ((SELECT current_setting('asktrail.regions', true) = '*') OR %s)$policy$, secured, reads);
    END LOOP;
END $$;

-- The sync writes what is here and makes nothing: tables are the owner's. It sees every row, as it has to restate them.
DO $$
DECLARE
    secured regclass;
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'asktrail_ads_sync') THEN
        EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO asktrail_ads_sync', current_database());
        GRANT USAGE ON SCHEMA ads TO asktrail_ads_sync;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ads.profiles, ads.report_days, ads.restatements, ads.loaded_files,
            ads.campaigns, ads.products, ads.campaign_products, ads.campaign_daily, ads.product_daily,
            ads.targeting_daily, ads.search_term_daily, ads.placement_daily, ads.sync_orders, ads.sync_parts,
            ads.sync_run, ads.scheduled_tasks
            TO asktrail_ads_sync;
        FOREACH secured IN ARRAY ARRAY['ads.campaigns', 'ads.campaign_daily', 'ads.product_daily',
                                       'ads.targeting_daily', 'ads.search_term_daily',
                                       'ads.placement_daily']::regclass[] LOOP
            CONTINUE WHEN EXISTS (SELECT FROM pg_policy WHERE polrelid = secured AND polname = 'all_for_the_sync');
            EXECUTE format('CREATE POLICY all_for_the_sync ON %s TO asktrail_ads_sync USING (true) WITH CHECK (true)',
                secured);
        END LOOP;
    END IF;
END $$;

DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'asktrail_ads') THEN
        GRANT USAGE ON SCHEMA ads TO asktrail_ads;
        GRANT SELECT ON ads.profiles, ads.report_days, ads.restatements, ads.campaigns, ads.products,
            ads.campaign_products, ads.campaign_daily, ads.product_daily, ads.targeting_daily, ads.search_term_daily,
            ads.placement_daily, ads.product_metrics, ads.campaign_settings, ads.coverage,
            ads.known_ages, ads.sync_orders, ads.sync_parts, ads.sync_run
            TO asktrail_ads;
    END IF;
END $$;
