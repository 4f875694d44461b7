package io.asktrail.insights;

import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of one observation as movements. A member without rows in a period had nothing in it. */
record Changes(List<Change> all) {
    private static final String NOBODY = "(none)";

    /** One member's way from one period to the next. */
    record Change(String member, BigDecimal now, BigDecimal before) {
        BigDecimal change() {
            return now.subtract(before);
        }

        Change plus(Change other, String name) {
            return new Change(name, now.add(other.now), before.add(other.before));
        }
    }

    static Changes of(Observation seen, MetricId metric) {
        var table = ((StepResult.Rows) seen.result()).table();
        var now = column(table, metric.value());
        var before = column(table, metric.value() + ".previous");
        var groups = seen.look().groupBy();
        var all = new ArrayList<Change>();
        for (var row = 0; row < table.size(); row++) {
            var member = groups.isEmpty()
                    ? ""
                    : table.rows().get(row).get(column(table, groups.getFirst().value()));
            all.add(new Change(
                    member == null ? NOBODY : member.toString(),
                    Objects.requireNonNullElse(table.number(row, now), BigDecimal.ZERO),
                    Objects.requireNonNullElse(table.number(row, before), BigDecimal.ZERO)));
        }
        return new Changes(List.copyOf(all));
    }

    Change sum(String name) {
        return all.stream()
                .reduce(new Change(name, BigDecimal.ZERO, BigDecimal.ZERO), (sum, next) -> sum.plus(next, name));
    }

    private static int column(Table table, String id) {
        return table.indexOf(id)
                .orElseThrow(() ->
                        new SuiteException(ErrorCode.BROKEN_INVARIANT, "An observation has no column " + id + "."));
    }
}
