package io.asktrail.cli.answer;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON to {@link Reply}. What a newer gateway adds is passed over; what it leaves out is not shown. */
public final class ReplyReader {
    private ReplyReader() {}

    /** Empty if the bytes are no answer. */
    public static Optional<Reply> read(byte[] json) {
        try {
            return JsonTree.parse(json).filter(JsonNode::isObject).flatMap(ReplyReader::reply);
        } catch (IllegalArgumentException wrongShape) {
            return Optional.empty();
        }
    }

    private static Optional<Reply> reply(JsonNode answer) {
        return status(answer)
                .map(status -> new Reply(
                        Nodes.textOr(answer, "id", ""),
                        Nodes.textOr(answer, "conversation_id", ""),
                        status,
                        language(answer),
                        Nodes.textOr(answer, "text", ""),
                        table(answer.path("table")),
                        PictureReader.read(answer.path("chart")),
                        Nodes.texts(answer, "insights"),
                        Nodes.text(answer, "method"),
                        Nodes.items(answer, "caveats")
                                .map(caveat -> Nodes.textOr(caveat, "text", ""))
                                .toList(),
                        Nodes.texts(answer, "assumptions"),
                        Nodes.text(answer.path("clarification"), "question"),
                        options(answer),
                        Nodes.text(answer.path("refusal"), "reason"),
                        ExplanationReader.read(answer),
                        answer.path("took_ms").asLong(0)));
    }

    private static Optional<AnswerStatus> status(JsonNode answer) {
        var name = Nodes.textOr(answer, "status", "").toUpperCase(Locale.ROOT);
        return Stream.of(AnswerStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    // A gateway that does not say it yet writes answers in the language of their script.
    private static Language language(JsonNode answer) {
        var tag = Nodes.textOr(answer, "lang", "");
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseGet(() -> Language.of(Nodes.textOr(answer, "text", "")));
    }

    private static List<String> options(JsonNode answer) {
        var labels =
                Nodes.items(answer.path("clarification"), "options").map(option -> Nodes.textOr(option, "label", ""));
        return Stream.concat(labels, nearest(answer).stream()).toList();
    }

    // In the words of the gateway; in those of here where it gives none.
    private static List<String> nearest(JsonNode answer) {
        var tasks = Nodes.items(answer.path("refusal"), "nearest").toList();
        var names = Nodes.texts(answer, "followup_names");
        return names.size() == tasks.size()
                ? names
                : tasks.stream().map(TaskWords::of).toList();
    }

    private static @Nullable Table table(JsonNode table) {
        if (!table.isObject()) {
            return null;
        }
        var columns = Nodes.items(table, "columns").map(ReplyReader::column).toList();
        var rows = Nodes.items(table, "rows").map(ReplyReader::cells).toList();
        return new Table(columns, rows, table.path("totals").isArray() ? cells(table.path("totals")) : null);
    }

    private static Column column(JsonNode column) {
        var id = Nodes.textOr(column, "id", "");
        var type = ColumnType.valueOf(Nodes.textOr(column, "type", "text").toUpperCase(Locale.ROOT));
        return new Column(id, Nodes.textOr(column, "label", id), type, Nodes.text(column, "unit"));
    }

    private static List<@Nullable Object> cells(JsonNode row) {
        var cells = new ArrayList<@Nullable Object>(row.size());
        for (var cell : row) {
            cells.add(cell.isNull() ? null : cell.isNumber() ? cell.decimalValue() : cell.asString());
        }
        return cells;
    }
}
