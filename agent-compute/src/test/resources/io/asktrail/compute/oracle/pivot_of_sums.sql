WITH columns AS (
    SELECT c, channel, row_number() OVER (PARTITION BY c ORDER BY coalesce(sum(spend), 0) DESC, channel) AS place
    FROM left_rows GROUP BY c, channel),
cells AS (
    SELECT g.c, g.campaign, columns.place,
           CASE WHEN l.c IS NULL THEN 0 ELSE l.spend END AS spend
    FROM (SELECT DISTINCT c, campaign FROM left_rows) g
         JOIN columns USING (c)
         LEFT JOIN left_rows l ON l.c = g.c AND l.campaign IS NOT DISTINCT FROM g.campaign AND l.channel = columns.channel),
lines AS (
    SELECT c, 0 AS part, NULL AS campaign,
           'campaign spend ' || string_agg('spend.channel=' || channel, ' ' ORDER BY place) AS line
    FROM columns GROUP BY c
    UNION ALL
    SELECT c, 1, campaign,
           concat_ws(' ', named(campaign), shown(sum(spend), 2), string_agg(shown(spend, 2), ' ' ORDER BY place))
    FROM cells GROUP BY c, campaign
    UNION ALL
    -- The sum of a column as it is shown: who has no cell in it has 0.
    SELECT c, 2, NULL, '= - ' || shown((SELECT sum(spend) FROM cells whole WHERE whole.c = sums.c), 2) || ' '
                       || string_agg(shown(spend, 2), ' ' ORDER BY place)
    FROM (SELECT c, place, sum(spend) AS spend FROM cells GROUP BY c, place) sums GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, campaign COLLATE "C" NULLS LAST
