DROP TABLE IF EXISTS left_rows, right_rows, settings;
CREATE TABLE left_rows (
    c int, campaign text COLLATE "C", channel text COLLATE "C", day date,
    spend numeric, clicks numeric, net_sales numeric);
CREATE TABLE right_rows (LIKE left_rows);
CREATE TABLE settings (c int PRIMARY KEY, setting int);

-- As many digits as no rounding to a few places can feel; nothing by nothing is nothing.
CREATE OR REPLACE FUNCTION per(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$ SELECT round(a, 60) / nullif(b, 0) $$;

CREATE OR REPLACE FUNCTION shown(n numeric, places int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(round(n, places)::text, '-') $$;

CREATE OR REPLACE FUNCTION named(member text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(member, '-') $$;
