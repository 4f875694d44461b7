package io.asktrail.registry.lint;

import io.asktrail.registry.file.FileKind;
import io.asktrail.registry.file.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** No two files define the same id; a metric and a dimension share one space of names, as filters name either. */
final class IdsAreUnique implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return Stream.of(
                        repeated(List.of(draft.metrics(), draft.dimensions())),
                        repeated(List.of(draft.tables())),
                        repeated(List.of(draft.tools())),
                        repeated(List.of(draft.templates())),
                        repeated(List.of(draft.policies())),
                        repeated(List.of(draft.verified())),
                        repeated(List.of(draft.rates())))
                .flatMap(found -> found);
    }

    private static Stream<Finding> repeated(List<? extends List<? extends Defined<?>>> spaces) {
        var first = new HashMap<String, Defined<?>>();
        return spaces.stream()
                .flatMap(List::stream)
                .filter(defined -> first.putIfAbsent(defined.source().id(), defined) != null)
                .map(defined -> again(
                        defined,
                        Objects.requireNonNull(first.get(defined.source().id()))));
    }

    private static Finding again(Defined<?> defined, Defined<?> first) {
        FileKind kind = first.source().kind();
        var message = "'%s' is defined already: %s".formatted(defined.source().id(), first.place("/" + kind.idField()));
        return defined.at("/" + defined.source().kind().idField(), message);
    }
}
