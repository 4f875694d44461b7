package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random tasks over numbers that add up: the groups come to the whole, a part and the rest come to the whole, and so do
 * two halves of a period.
 */
final class SumLaws {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final int DAYS = 130;

    // Of each source, and worked out of one: whatever adds up. Orders and customers do not: one may be in two groups.
    private static final List<String> OF_ADS =
            List.of("spend", "clicks", "impressions", "attributed_sales", "attributed_orders", "attributed_units");
    private static final List<String> OF_SALES =
            List.of("gross_sales", "refunds", "net_sales", "units", "cogs", "gross_profit");
    private static final List<String> OF_RETURNS = List.of("returned_units");

    private static final List<String> BY_ADS =
            List.of("channel", "campaign", "campaign_status", "geo", "product", "category", "brand");
    private static final List<String> BY_SALES = List.of(
            "channel",
            "campaign",
            "geo",
            "city",
            "product",
            "category",
            "brand",
            "sales_channel",
            "customer_type",
            "fulfilment");
    private static final List<String> BY_RETURNS = List.of("courier", "geo", "product", "category", "brand");

    private final Asker asker;
    private final long seed;
    private final Random random;

    /** @param seed the same seed asks the same tasks */
    SumLaws(Asker asker, long seed) {
        this.asker = asker;
        this.seed = seed;
        this.random = new Random(seed);
    }

    private record Asked(List<MetricId> metrics, DimensionId dimension, LocalDate start, LocalDate end) {
        TaskSpec.Builder task(LocalDate from, LocalDate to) {
            return TaskSpec.query(metrics, new Period(from, to, KOLKATA, null, null));
        }
    }

    void holdFor(int tasks) throws InterruptedException {
        System.out.println("laws of sums: seed " + seed);
        for (var i = 0; i < tasks; i++) {
            var asked = next();
            hold(asked, "seed %d, task %d: %s".formatted(seed, i, asked));
        }
    }

    private Asked next() {
        var metrics = new ArrayList<String>();
        String dimension;
        switch (random.nextInt(4)) {
            case 0 -> {
                metrics.add(pick(OF_ADS));
                dimension = pick(BY_ADS);
            }
            case 1 -> {
                metrics.add(pick(OF_SALES));
                dimension = pick(BY_SALES);
            }
            case 2 -> {
                metrics.add(pick(OF_RETURNS));
                dimension = pick(BY_RETURNS);
            }
            default -> {
                metrics.add(pick(OF_ADS));
                metrics.add(pick(OF_SALES));
                dimension = pick(BY_ADS.stream().filter(BY_SALES::contains).toList());
            }
        }
        var start = FIRST_DAY.plusDays(random.nextInt(DAYS - 2));
        var end = start.plusDays(1 + random.nextInt(DAYS - 1 - (int) (start.toEpochDay() - FIRST_DAY.toEpochDay())));
        return new Asked(metrics.stream().map(MetricId::new).toList(), new DimensionId(dimension), start, end);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void hold(Asked asked, String what) throws InterruptedException {
        var whole = row(asked.task(asked.start(), asked.end()).build(), asked, what);
        var grouped = answer(
                asked.task(asked.start(), asked.end())
                        .groupBy(List.of(asked.dimension()))
                        .build(),
                what);
        assertThat(sums(grouped, asked))
                .as("%s: the groups come to the whole", what)
                .isEqualTo(whole);
        splitByValue(asked, grouped, whole, what);
        var middle = asked.start().plusDays(random.nextInt((int)
                (asked.end().toEpochDay() - asked.start().toEpochDay())));
        var before = row(asked.task(asked.start(), middle).build(), asked, what);
        var after = row(asked.task(middle.plusDays(1), asked.end()).build(), asked, what);
        assertThat(plus(before, after))
                .as("%s: two halves, parted after %s, come to the whole", what, middle)
                .isEqualTo(whole);
    }

    private void splitByValue(Asked asked, Answer grouped, List<String> whole, String what)
            throws InterruptedException {
        var table = Objects.requireNonNull(grouped.table(), what);
        var column = table.indexOf(asked.dimension().value()).orElseThrow();
        var values = table.rows().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        if (values.isEmpty()) {
            return;
        }
        var value = pick(values);
        var part = row(
                asked.task(asked.start(), asked.end())
                        .entities(Entities.of(asked.dimension(), List.of(value)))
                        .build(),
                asked,
                what);
        var rest = row(
                asked.task(asked.start(), asked.end())
                        .filters(List.of(
                                new Filter(FieldId.of(asked.dimension()), Operator.NE, new FilterValue.Text(value))))
                        .build(),
                asked,
                what);
        assertThat(plus(part, rest))
                .as("%s: '%s' and the rest come to the whole", what, value)
                .isEqualTo(whole);
    }

    private Answer answer(TaskSpec task, String what) throws InterruptedException {
        var answer = asker.query(task);
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isEqualTo(AnswerStatus.ANSWERED);
        return answer;
    }

    private List<String> row(TaskSpec task, Asked asked, String what) throws InterruptedException {
        return sums(answer(task, what), asked);
    }

    private static List<String> sums(Answer answer, Asked asked) {
        var table = Objects.requireNonNull(answer.table(), answer.text());
        return asked.metrics().stream()
                .map(metric -> table.indexOf(metric.value()).orElseThrow())
                .map(column -> table.rows().stream()
                        .<@Nullable Object>map(row -> row.get(column))
                        .filter(Objects::nonNull)
                        .map(BigDecimal.class::cast)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .map(SumLaws::text)
                .toList();
    }

    private static List<String> plus(List<String> one, List<String> other) {
        var sums = new ArrayList<String>();
        for (var i = 0; i < one.size(); i++) {
            sums.add(text(new BigDecimal(one.get(i)).add(new BigDecimal(other.get(i)))));
        }
        return sums;
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
