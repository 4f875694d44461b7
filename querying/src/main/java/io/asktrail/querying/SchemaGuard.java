package io.asktrail.querying;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.guardrails.query.QueryGuard;
import io.asktrail.guardrails.query.QueryUnderReview;
import io.asktrail.querying.session.Judged;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;

/**
 * Has the query guardrails judge the text that will be sent. Values stand in it as {@code ?}, so questions of one form
 * have one text, and its verdict is kept: reading SQL costs more than all the rest. It is kept by everything the rules
 * are given, so that one and the same text is judged anew for a caller or a registry that demands something else.
 */
final class SchemaGuard {
    private static final long MOST_KEPT = 2_000;

    private final LoadingCache<QueryUnderReview, List<RuleVerdict>> verdicts =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build(new QueryGuard()::review);

    /**
     * @param select built for the engine that will run it: the text is judged as that engine will read it
     * @throws SuiteException naming the rule that stopped it
     */
    Judged judge(Select<? extends Record> select, Demands demands) {
        return judge(select, demands, false);
    }

    /** @param inParts whether the rows may be many */
    Judged judge(Select<? extends Record> select, Demands demands, boolean inParts) {
        var sql = select.getSQL();
        var found = review(sql, demands);
        found.stream().filter(verdict -> !verdict.passed()).findFirst().ifPresent(stopped -> {
            throw new SuiteException(
                    ErrorCode.QUERY_REJECTED,
                    "The rule %s stopped the query: %s.".formatted(stopped.rule(), stopped.reason()));
        });
        return new Judged(select, sql, select.getBindValues(), found, demands.tables(), inParts);
    }

    /** Every rule's verdict. */
    List<RuleVerdict> review(String sql, Demands demands) {
        return verdicts.get(new QueryUnderReview(
                sql,
                demands.tables(),
                demands.dateColumn(),
                demands.rowPredicates(),
                demands.withoutValue(),
                demands.maxRows(),
                null));
    }
}
