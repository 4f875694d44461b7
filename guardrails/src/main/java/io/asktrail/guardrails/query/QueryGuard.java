package io.asktrail.guardrails.query;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.guardrails.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The door that every statement passes before a database sees it. Statements are built and never written, and still
 * they are read here: the builder, a model or a registry file could be wrong.
 */
public final class QueryGuard {
    private final List<Rule<ScannedQuery>> rules = List.of(
            new OnlySelects(),
            new NoStar(),
            new NoSystemCatalogs(),
            new KnownTables(),
            new KnownColumns(),
            new NoReachOutside(),
            new AllowedFunctions(),
            new AllowedTypes(),
            new DateBound(),
            new RowPredicates(),
            new RowLimit());

    /** Every rule's verdict, in a fixed order; what cannot be read is stopped by the first. */
    public List<RuleVerdict> review(QueryUnderReview query) {
        var verdicts = new ArrayList<RuleVerdict>();
        verdicts.add(new NoComments().review(query.sql()));
        switch (StatementReader.read(query.sql())) {
            case StatementReader.Unreadable(var reason) ->
                verdicts.add(new RuleVerdict(StatementReader.RULE, false, reason));
            case StatementReader.OneSelect(var select) -> {
                verdicts.add(new RuleVerdict(StatementReader.RULE, true, null));
                var scanned = new ScannedQuery(query, StatementScan.of(select, query.tables()), select);
                rules.forEach(rule -> verdicts.add(rule.review(scanned)));
            }
        }
        return List.copyOf(verdicts);
    }
}
