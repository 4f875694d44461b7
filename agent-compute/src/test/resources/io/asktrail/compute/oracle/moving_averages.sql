WITH numbered AS (
    SELECT *, row_number() OVER (PARTITION BY c, campaign ORDER BY day) AS place FROM left_rows),
windows AS (
    SELECT n.c, n.campaign, n.day, n.spend, n.clicks, n.place, setting,
           sum(w.spend) AS spent, sum(w.clicks) AS clicked
    FROM numbered n JOIN settings USING (c)
         JOIN numbered w ON w.c = n.c AND w.campaign IS NOT DISTINCT FROM n.campaign
                        AND w.place > n.place - setting AND w.place <= n.place
    GROUP BY 1, 2, 3, 4, 5, 6, 7),
lines AS (
    SELECT c, 1 AS part, day, campaign,
           concat_ws(' ', day, named(campaign), shown(spend, 2), shown(per(spend, clicks), 4),
                     CASE WHEN place < setting THEN '-' ELSE shown(per(spent, setting), 2) END,
                     CASE WHEN place < setting THEN '-' ELSE shown(per(spent, clicked), 4) END) AS line
    FROM windows
    UNION ALL
    SELECT c, 2, NULL, NULL, concat_ws(' ', '= - -', shown(sum(spend), 2), shown(per(sum(spend), sum(clicks)), 4), '- -')
    FROM left_rows GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, day, campaign NULLS LAST
