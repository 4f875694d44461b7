package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of the data before anything is read; what is not known is said to be so, never guessed. */
public interface Holdings {
    /** Of data that nobody has looked at. */
    Holdings UNKNOWN = new Holdings() {
        @Override
        public Optional<DateRange> daysOf(TableDefinition table) {
            return Optional.empty();
        }

        @Override
        public OptionalLong valuesOf(DimensionId dimension) {
            return OptionalLong.empty();
        }
    };

    /** The days that a table holds. */
    Optional<DateRange> daysOf(TableDefinition table);

    /** How many values of a dimension there are at most. */
    OptionalLong valuesOf(DimensionId dimension);
}
