WITH points AS (
    SELECT point::date AS day FROM generate_series(date '2025-09-30', date '2025-10-08', interval '1 day') AS point),
filled AS (
    SELECT c, campaign, day, spend, clicks FROM left_rows
    UNION ALL
    SELECT c, campaign, points.day, 0, 0
    FROM (SELECT DISTINCT c, campaign FROM left_rows) groups CROSS JOIN points
    WHERE NOT EXISTS (SELECT FROM left_rows l
                      WHERE l.c = groups.c AND l.campaign IS NOT DISTINCT FROM groups.campaign AND l.day = points.day)),
lines AS (
    SELECT c, 1 AS part, day, campaign,
           concat_ws(' ', day, named(campaign), shown(spend, 2), shown(clicks, 0), shown(per(spend, clicks), 4)) AS line
    FROM filled
    UNION ALL
    SELECT c, 2, NULL, NULL,
           concat_ws(' ', '= - -', shown(sum(spend), 2), shown(sum(clicks), 0), shown(per(sum(spend), sum(clicks)), 4))
    FROM filled GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, day, campaign NULLS LAST
