package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a note is about, free of language: whoever words the note writes each kind its own way. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NoteValue.Metrics.class, name = "metrics"),
    @JsonSubTypes.Type(value = NoteValue.Dimensions.class, name = "dimensions"),
    @JsonSubTypes.Type(value = NoteValue.Days.class, name = "days"),
    @JsonSubTypes.Type(value = NoteValue.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = NoteValue.Amounts.class, name = "amounts"),
    @JsonSubTypes.Type(value = NoteValue.NoMember.class, name = "no_member"),
    @JsonSubTypes.Type(value = NoteValue.Name.class, name = "name"),
    @JsonSubTypes.Type(value = NoteValue.Usage.class, name = "usage"),
    @JsonSubTypes.Type(value = NoteValue.RateCaveat.class, name = "rate_caveat"),
    @JsonSubTypes.Type(value = NoteValue.Parts.class, name = "parts")
})
public sealed interface NoteValue {
    /** One metric, or any of several. */
    record Metrics(List<MetricId> ids) implements NoteValue {
        public Metrics {
            ids = List.copyOf(ids);
        }
    }

    /** All of them. */
    record Dimensions(List<DimensionId> ids) implements NoteValue {
        public Dimensions {
            ids = List.copyOf(ids);
        }
    }

    /** Both ends included. */
    record Days(LocalDate start, LocalDate end) implements NoteValue {}

    /** @param unit as of a column; null for a plain number */
    record Amount(BigDecimal value, @Nullable String unit) implements NoteValue {}

    /** Of several metrics, all of them. */
    record Amounts(List<Of> amounts) implements NoteValue {
        public Amounts {
            amounts = List.copyOf(amounts);
        }

        /** @param value null where only that there is some may be said */
        public record Of(MetricId metric, @Nullable BigDecimal value) {}
    }

    /** Rows without a member of a dimension, as the registry calls them in English. */
    record NoMember(DimensionId dimension, String name) implements NoteValue {}

    /** Of a source, a channel, a member: the same in every language. */
    record Name(String text) implements NoteValue {}

    /** What the file of a capability says under a code whenever it is used, with its English. */
    record Usage(ToolRef capability, String code, String text) implements NoteValue {
        /** A whole sentence, as the note that says nothing else. */
        public Note alone(Note.Kind kind) {
            return new Note(kind, code, text).about(Map.of(Note.SAID, this));
        }
    }

    /** What every reader of an amount has to know that was converted by a table of rates, with its English. */
    record RateCaveat(String table, String text) implements NoteValue {}

    /** Several things of the same kind, one after the other. */
    record Parts(List<Part> parts) implements NoteValue {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** One of several things: a note within a note. */
    record Part(String code, SortedMap<String, NoteValue> values) {
        public Part {
            values = sorted(values);
        }

        public static Part of(String code, Map<String, NoteValue> values) {
            return new Part(code, new TreeMap<>(values));
        }
    }

    /** With every name in it changed, such as masked. */
    default NoteValue named(UnaryOperator<String> change) {
        return switch (this) {
            case Metrics _, Dimensions _, Days _, Amount _, Amounts _, NoMember _, Usage _, RateCaveat _ -> this;
            case Name(var text) -> new Name(change.apply(text));
            case Parts(var parts) ->
                new Parts(parts.stream()
                        .map(part -> new Part(part.code(), named(part.values(), change)))
                        .toList());
        };
    }

    static SortedMap<String, NoteValue> named(SortedMap<String, NoteValue> values, UnaryOperator<String> change) {
        var changed = new TreeMap<String, NoteValue>();
        values.forEach((name, value) -> changed.put(name, value.named(change)));
        return changed;
    }

    static NoteValue number(long value) {
        return new Amount(BigDecimal.valueOf(value), "count");
    }

    static NoteValue metric(MetricId metric) {
        return new Metrics(List.of(metric));
    }

    /** In one order everywhere, so that the same note is written the same way. */
    static SortedMap<String, NoteValue> sorted(@Nullable Map<String, NoteValue> values) {
        return Collections.unmodifiableSortedMap(values == null ? new TreeMap<>() : new TreeMap<>(values));
    }
}
