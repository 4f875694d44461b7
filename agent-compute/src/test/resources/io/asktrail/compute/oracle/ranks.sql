WITH lines AS (
    SELECT c, 1 AS part, campaign, channel,
           concat_ws(' ', named(campaign), channel, shown(spend, 2),
                     CASE WHEN spend IS NULL THEN '-'
                          ELSE (rank() OVER (PARTITION BY c ORDER BY spend DESC NULLS LAST))::text END) AS line
    FROM left_rows
    UNION ALL
    SELECT c, 2, NULL, NULL, concat_ws(' ', '= - -', shown(sum(spend), 2), '-') FROM left_rows GROUP BY c)
SELECT c, line FROM lines ORDER BY c, part, campaign NULLS LAST, channel
