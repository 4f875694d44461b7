package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.OptionalLong;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import org.jspecify.annotations.Nullable;

/** The statement itself says how many rows it wants at most, and that is not too many. */
final class RowLimit implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.row_limit";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        var limit = limitOf(query);
        if (limit.isEmpty()) {
            return Optional.of("The statement has no limit of rows.");
        }
        return limit.getAsLong() <= query.query().maxRows()
                ? Optional.empty()
                : Optional.of("The statement wants %d rows: at most %d may be read."
                        .formatted(limit.getAsLong(), query.query().maxRows()));
    }

    private static OptionalLong limitOf(ScannedQuery query) {
        var select = query.select();
        if (select.getLimit() != null) {
            return rows(select.getLimit().getRowCount(), query.query().boundLimit());
        }
        if (select.getFetch() != null) {
            return rows(select.getFetch().getExpression(), query.query().boundLimit());
        }
        return OptionalLong.empty();
    }

    private static OptionalLong rows(@Nullable Expression expression, @Nullable Long bound) {
        return switch (expression) {
            case LongValue value -> OptionalLong.of(value.getValue());
            case JdbcParameter _ when bound != null -> OptionalLong.of(bound);
            case null, default -> OptionalLong.empty();
        };
    }
}
