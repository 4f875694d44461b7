package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ForeignKey;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A foreign key leads to exactly one row of a table in the same connection: following it must not multiply rows. */
final class KeysLeadToOneRow implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.tables().stream()
                .flatMap(table -> IntStream.range(0, table.value().foreignKeys().size())
                        .boxed()
                        .flatMap(i ->
                                fault(table.value(), table.value().foreignKeys().get(i), draft)
                                        .map(message -> table.at("/foreign_keys/" + i, message))
                                        .stream()));
    }

    private static Optional<String> fault(TableDefinition from, ForeignKey key, Draft draft) {
        var column = from.column(key.column());
        if (column.isEmpty()) {
            return Optional.of("'%s' is no column of this table".formatted(key.column()));
        }
        var to = draft.registry().tables().get(key.references());
        if (to == null) {
            return draft.names(key.references())
                    ? Optional.empty()
                    : Optional.of("no schema defines the table " + key.references());
        }
        return to.column(key.referencesColumn())
                .map(target -> misfit(from, column.get(), to, target))
                .orElseGet(() -> Optional.of("%s has no column '%s'".formatted(to.id(), key.referencesColumn())));
    }

    private static Optional<String> misfit(
            TableDefinition from, ColumnDefinition column, TableDefinition to, ColumnDefinition target) {
        if (!from.connection().equals(to.connection())) {
            return Optional.of("%s is in another connection, so no query can join it".formatted(to.id()));
        }
        if (column.type() != target.type()) {
            return Optional.of("'%s' is %s and %s.%s is %s"
                    .formatted(column.name(), column.type(), to.id(), target.name(), target.type()));
        }
        return to.grain().equals(List.of(target.name()))
                ? Optional.empty()
                : Optional.of("'%s' alone is not the grain of %s: a join would multiply rows"
                        .formatted(target.name(), to.id()));
    }
}
