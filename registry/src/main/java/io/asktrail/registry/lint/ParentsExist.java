package io.asktrail.registry.lint;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.file.Finding;
import java.util.HashSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dimension lies in one that is defined, and never in itself. */
final class ParentsExist implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.dimensions().stream().flatMap(dimension -> fault(dimension, draft));
    }

    private static Stream<Finding> fault(Defined<DimensionDefinition> dimension, Draft draft) {
        var parent = dimension.value().parent();
        if (parent == null) {
            return Stream.empty();
        }
        if (!draft.names(parent)) {
            return Stream.of(dimension.at("/parent", "no file defines the dimension '%s'".formatted(parent)));
        }
        return climbs(dimension.value().id(), parent, draft)
                ? Stream.of(dimension.at(
                        "/parent",
                        "%s lies in itself".formatted(dimension.value().id())))
                : Stream.empty();
    }

    private static boolean climbs(DimensionId start, DimensionId parent, Draft draft) {
        var seen = new HashSet<DimensionId>();
        @Nullable DimensionId at = parent;
        while (at != null && seen.add(at)) {
            if (at.equals(start)) {
                return true;
            }
            at = draft.registry()
                    .findDimension(at)
                    .map(DimensionDefinition::parent)
                    .orElse(null);
        }
        return false;
    }
}
