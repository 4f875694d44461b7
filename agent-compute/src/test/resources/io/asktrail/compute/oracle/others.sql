WITH placed AS (
    SELECT c, campaign, spend, clicks, per(spend, sum(spend) OVER (PARTITION BY c)) AS share, setting,
           row_number() OVER ranking AS place,
           -- what belongs to no campaign takes no place from one
           count(campaign) OVER (ranking ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS members_before
    FROM left_rows JOIN settings USING (c)
    WINDOW ranking AS (PARTITION BY c ORDER BY spend DESC NULLS LAST, campaign NULLS LAST)),
lines AS (
    SELECT c, place,
           concat_ws(' ', named(campaign), shown(spend, 2), shown(clicks, 0), shown(per(spend, clicks), 4), shown(share, 6))
               AS line
    FROM placed WHERE members_before < setting
    UNION ALL
    SELECT c, 1000,
           concat_ws(' ', 'All other ' || count(*), shown(sum(spend), 2), shown(sum(clicks), 0),
                     shown(per(sum(spend), sum(clicks)), 4), shown(sum(share), 6))
    FROM placed WHERE members_before >= setting GROUP BY c
    UNION ALL
    SELECT c, 1001,
           concat_ws(' ', '= -', shown(sum(spend), 2), shown(sum(clicks), 0), shown(per(sum(spend), sum(clicks)), 4),
                     shown(coalesce(sum(share), 0), 6))
    FROM placed GROUP BY c)
SELECT c, line FROM lines ORDER BY c, place
