package io.asktrail.querying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.registry.tool.Capability;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a capability's file says must be told when it is used. */
final class UsageNotes {
    private static final DimensionId CHANNEL = new DimensionId("channel");

    private UsageNotes() {}

    static List<Note> of(ResolvedFetch fetch) {
        return fetch.capability().notes().stream()
                .filter(note -> note.channel() == null || canHave(fetch, note.channel()))
                .filter(note -> note.concerns(fetch.inputs().metrics()))
                .map(note -> toNote(fetch, note))
                .toList();
    }

    private static Note toNote(ResolvedFetch fetch, Capability.UsageNote note) {
        var capability = new ToolRef(fetch.tool().id(), fetch.capability().name());
        return new NoteValue.Usage(capability, note.code(), note.text()).alone(Note.Kind.METHOD);
    }

    /** Whether rows of an ad channel can be among the result, as far as the question tells. */
    static boolean canHave(ResolvedFetch fetch, String channel) {
        var kept = fetch.inputs().entities().valuesOf(CHANNEL);
        return (kept.isEmpty() || kept.contains(channel))
                && channelFilters(fetch).allMatch(filter -> lets(filter, channel));
    }

    private static Stream<Filter> channelFilters(ResolvedFetch fetch) {
        return fetch.inputs().filters().stream().filter(filter -> filter.field().equals(FieldId.of(CHANNEL)));
    }

    private static boolean lets(Filter filter, String channel) {
        @Nullable FilterValue value = filter.value();
        return value == null
                || switch (filter.op()) {
                    case EQ, IN -> value.texts().contains(channel);
                    case NE, NOT_IN -> !value.texts().contains(channel);
                    case LT, LE, GT, GE, CONTAINS, IS_NULL -> true;
                };
    }
}
