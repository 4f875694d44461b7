WITH joined AS (
    SELECT coalesce(l.c, r.c) AS c, coalesce(l.campaign, r.campaign) AS campaign, coalesce(l.channel, r.channel) AS channel,
           CASE WHEN l.c IS NULL THEN 0 ELSE l.spend END AS spend,
           CASE WHEN r.c IS NULL THEN 0 ELSE r.net_sales END AS net_sales
    FROM left_rows l FULL JOIN right_rows r
      ON l.c = r.c AND coalesce(l.campaign, '') = coalesce(r.campaign, '') AND l.channel = r.channel),
kept AS (
    SELECT *, per(net_sales, spend) AS roas,
           row_number() OVER (PARTITION BY c ORDER BY per(net_sales, spend) DESC, campaign NULLS LAST, channel) AS place,
           count(*) OVER (PARTITION BY c) AS many
    FROM joined WHERE per(net_sales, spend) > 0.5),
lines AS (
    SELECT c, place, concat_ws(' ', named(campaign), channel, shown(roas, 4)) AS line
    FROM kept JOIN settings USING (c) WHERE place <= setting
    UNION ALL
    -- A total of some is no total.
    SELECT c, 1000, concat_ws(' ', '= - -', shown(per(sum(net_sales), sum(spend)), 4))
    FROM kept JOIN settings USING (c) WHERE many < setting GROUP BY c)
SELECT c, line FROM lines ORDER BY c, place
