package io.asktrail.guardrails.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.schema.TableId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that were never built, each with the rule that must stop it. */
class AttackTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final TableId LINES = new TableId("sales.order_lines");
    private static final String FROM = "from sales.order_lines where order_lines.order_date between ? and ?"
            + " and order_lines.geo in (?) limit 10";

    private final QueryGuard guard = new QueryGuard();

    static Stream<Arguments> attacks() {
        return lines().filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" \\| ", 2))
                .map(parts -> arguments(parts[0].strip(), parts[1].strip().replace("@FROM", FROM)));
    }

    private static Stream<String> lines() {
        try (var file = Objects.requireNonNull(AttackTest.class.getResourceAsStream("/attacks/statements.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> stoppedBy(String sql) {
        var tables =
                Stream.of(LINES, new TableId("sales.products")).map(DEMO::table).toList();
        var review = new QueryUnderReview(
                sql, tables, new ColumnRef(LINES, "order_date"), List.of(new ColumnRef(LINES, "geo")), 200_001, 1_000L);
        return guard.review(review).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    @Test
    void theStatementThatAttacksAreWrittenIntoIsFine() {
        assertThat(stoppedBy("select order_lines.geo " + FROM)).isEmpty();
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("attacks")
    void stopsIt(String rule, String sql) {
        assertThat(stoppedBy(sql)).contains(rule);
    }

    @Test
    void givesUpOnBracketsBeforeTheParserDoes() {
        // Given
        var deep = "select " + "(".repeat(40) + "order_lines.geo" + ")".repeat(40) + " " + FROM;

        // Then
        assertThat(stoppedBy(deep)).contains("query.one_select");
        assertThat(stoppedBy("select " + "(".repeat(12) + "order_lines.geo" + ")".repeat(12) + " " + FROM))
                .isEmpty();
    }

    @Test
    void readsNothingOfEndlessLength() {
        var endless = "select order_lines.geo " + FROM + " ".repeat(500_001);

        assertThat(stoppedBy(endless)).contains("query.one_select");
    }
}
