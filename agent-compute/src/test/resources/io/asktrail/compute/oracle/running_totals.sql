WITH lines AS (
    SELECT c, 1 AS part, day, campaign,
           concat_ws(' ', day, named(campaign), shown(spend, 2), shown(per(spend, clicks), 4),
                     shown(sum(spend) OVER so_far, 2), shown(per(sum(spend) OVER so_far, sum(clicks) OVER so_far), 4)) AS line
    FROM left_rows
    WINDOW so_far AS (PARTITION BY c, campaign ORDER BY day ROWS UNBOUNDED PRECEDING)
    UNION ALL
    SELECT c, 2, NULL, NULL, concat_ws(' ', '= - -', shown(sum(spend), 2), shown(per(sum(spend), sum(clicks)), 4), '- -')
    FROM left_rows GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, day, campaign NULLS LAST
