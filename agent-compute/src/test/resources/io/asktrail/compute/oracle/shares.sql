WITH shares AS (
    SELECT c, campaign, spend, per(spend, sum(spend) OVER (PARTITION BY c)) AS share FROM left_rows),
lines AS (
    SELECT c, 1 AS part, campaign, concat_ws(' ', named(campaign), shown(spend, 2), shown(share, 6)) AS line FROM shares
    UNION ALL
    SELECT c, 2, NULL, concat_ws(' ', '= -', shown(sum(spend), 2), shown(coalesce(sum(share), 0), 6)) FROM shares GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, campaign NULLS LAST
