package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every name in the registry is read as what it names, or asked back: it is never passed over. */
class EveryNameTest {
    private static final RuleRouter ROUTER = ReadingWorld.router();
    private static final CallContext CALL = Cases.call(Role.ANALYST, List.of("*"));
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));

    @Test
    void neverPassesOverAValue() {
        // Given
        var lost = new ArrayList<String>();
        var understood = 0;

        // When
        for (var dimension : REGISTRY.dimensions().values()) {
            for (var known : dimension.values()) {
                for (var name : names(known.value(), known.aliases())) {
                    understood += check(
                            List.of("orders in %s in July", "%s orders in July", "orders in July for %s"),
                            name,
                            task -> task.entities().kept().values().stream()
                                            .anyMatch(kept -> kept.contains(known.value()))
                                    || !task.equals(plain("orders in July")),
                            lost);
                }
            }
        }

        // Then
        assertThat(lost).isEmpty();
        assertThat(understood).isGreaterThan(1_000);
    }

    @Test
    void neverPassesOverAFigure() {
        // Given
        var lost = new ArrayList<String>();
        var understood = 0;

        // When
        for (var metric : REGISTRY.metrics().values()) {
            for (var name : metric.names().all().toList()) {
                understood += check(
                        List.of("%s in July", "units and %s in July by month"),
                        name,
                        task -> task.metrics().contains(metric.id())
                                || !(task.equals(plain("units in July"))
                                        || task.equals(plain("units in July by month"))),
                        lost);
            }
        }

        // Then
        assertThat(lost).isEmpty();
        assertThat(understood).isGreaterThan(250);
    }

    @Test
    void neverPassesOverAGrouping() {
        // Given
        var lost = new ArrayList<String>();
        var understood = 0;

        // When
        for (var dimension : REGISTRY.dimensions().values()) {
            for (var name : dimension.names().all().toList()) {
                understood += check(
                        List.of("orders by %s in July", "orders per %s in July", "%s wise orders in July"),
                        name,
                        task -> task.groupBy().contains(dimension.id()) || task.isSeries(),
                        lost);
            }
        }

        // Then
        assertThat(lost).isEmpty();
        assertThat(understood).isGreaterThan(150);
    }

    private static List<String> names(String value, List<String> aliases) {
        return Stream.concat(Stream.of(value), aliases.stream()).toList();
    }

    /** How many of the questions were understood; those that were and without the name are added to the lost ones. */
    private static int check(List<String> patterns, String name, Predicate<TaskSpec> used, List<String> lost) {
        var understood = 0;
        for (var pattern : patterns) {
            var question = pattern.formatted(name);
            var task = read(question);
            if (task.isPresent()) {
                understood++;
                if (!used.test(task.get())) {
                    lost.add("%s -> %s".formatted(question, Cases.json(task.get())));
                }
            }
        }
        return understood;
    }

    private static TaskSpec plain(String question) {
        return read(question).orElseThrow();
    }

    private static Optional<TaskSpec> read(String question) {
        var reading = ROUTER.interpret(CALL, new Question(question, Cases.TODAY, Cases.ZONE, Memory.EMPTY));
        return reading instanceof Reading.Understood understood ? Optional.of(understood.task()) : Optional.empty();
    }
}
