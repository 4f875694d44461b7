WITH joined AS (
    SELECT coalesce(l.c, r.c) AS c, coalesce(l.campaign, r.campaign) AS campaign, coalesce(l.channel, r.channel) AS channel,
           CASE WHEN l.c IS NULL THEN 0 ELSE l.spend END AS spend,
           CASE WHEN l.c IS NULL THEN 0 ELSE l.clicks END AS clicks,
           CASE WHEN r.c IS NULL THEN 0 ELSE r.net_sales END AS net_sales
    FROM left_rows l FULL JOIN right_rows r
      ON l.c = r.c AND coalesce(l.campaign, '') = coalesce(r.campaign, '') AND l.channel = r.channel),
lines AS (
    SELECT c, 1 AS part, campaign, channel,
           concat_ws(' ', named(campaign), channel, shown(spend, 2), shown(clicks, 0), shown(net_sales, 2),
                     shown(per(net_sales, spend), 4), shown(per(spend, clicks), 4)) AS line
    FROM joined
    UNION ALL
    SELECT c, 2, NULL, NULL,
           concat_ws(' ', '= - -', shown(sum(spend), 2), shown(sum(clicks), 0), shown(sum(net_sales), 2),
                     shown(per(sum(net_sales), sum(spend)), 4), shown(per(sum(spend), sum(clicks)), 4))
    FROM joined GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, campaign NULLS LAST, channel
