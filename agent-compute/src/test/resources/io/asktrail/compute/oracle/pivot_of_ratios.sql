WITH columns AS (
    SELECT c, channel,
           row_number() OVER (PARTITION BY c ORDER BY coalesce(per(sum(spend), sum(clicks)), 0) DESC, channel) AS place,
           shown(per(sum(spend), sum(clicks)), 4) AS total
    FROM left_rows GROUP BY c, channel),
cells AS (
    SELECT g.c, g.campaign, columns.place, l.spend, l.clicks
    FROM (SELECT DISTINCT c, campaign FROM left_rows) g
         JOIN columns USING (c)
         LEFT JOIN left_rows l ON l.c = g.c AND l.campaign IS NOT DISTINCT FROM g.campaign AND l.channel = columns.channel),
lines AS (
    SELECT c, 0 AS part, NULL AS campaign,
           'campaign cpc ' || string_agg('cpc.channel=' || channel, ' ' ORDER BY place) AS line
    FROM columns GROUP BY c
    UNION ALL
    SELECT c, 1, campaign,
           concat_ws(' ', named(campaign), shown(per(sum(spend), sum(clicks)), 4),
                     string_agg(shown(per(spend, clicks), 4), ' ' ORDER BY place))
    FROM cells GROUP BY c, campaign
    UNION ALL
    SELECT c, 2, NULL,
           concat_ws(' ', '= -', (SELECT shown(per(sum(spend), sum(clicks)), 4) FROM left_rows l WHERE l.c = columns.c),
                     string_agg(coalesce(total, '-'), ' ' ORDER BY place))
    FROM columns GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, campaign COLLATE "C" NULLS LAST
