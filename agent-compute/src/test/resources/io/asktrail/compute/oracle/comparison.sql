WITH joined AS (
    SELECT coalesce(l.c, r.c) AS c, coalesce(l.campaign, r.campaign) AS campaign,
           round(CASE WHEN l.c IS NULL THEN 0 ELSE l.spend END, 2) AS now,
           round(CASE WHEN r.c IS NULL THEN 0 ELSE r.spend END, 2) AS before,
           round(l.net_sales / 100, 4) AS cpc, round(r.net_sales / 100, 4) AS cpc_before
    FROM left_rows l FULL JOIN right_rows r ON l.c = r.c AND coalesce(l.campaign, '') = coalesce(r.campaign, '')),
lines AS (
    SELECT c, 1 AS part, campaign,
           concat_ws(' ', named(campaign), shown(now, 2), shown(before, 2), shown(now - before, 2),
                     CASE WHEN before > 0 THEN shown(per(now - before, before), 6) ELSE '-' END,
                     shown(cpc, 4), shown(cpc_before, 4), shown(cpc - cpc_before, 4),
                     CASE WHEN cpc_before > 0 THEN shown(per(cpc - cpc_before, cpc_before), 6) ELSE '-' END) AS line
    FROM joined
    UNION ALL
    SELECT c, 2, NULL,
           concat_ws(' ', '= -', shown(now, 2), shown(before, 2), shown(now - before, 2),
                     CASE WHEN before > 0 THEN shown(per(now - before, before), 6) ELSE '-' END, '- - - -')
    FROM (SELECT DISTINCT c FROM joined) cases
         LEFT JOIN (SELECT c, sum(spend) AS now FROM left_rows GROUP BY c) l USING (c)
         LEFT JOIN (SELECT c, sum(spend) AS before FROM right_rows GROUP BY c) r USING (c))
SELECT c, line FROM lines ORDER BY c, part, campaign NULLS LAST
