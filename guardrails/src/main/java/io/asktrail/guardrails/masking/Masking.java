package io.asktrail.guardrails.masking;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.personal.PersonalData;
import io.asktrail.registry.policy.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one caller may read of a text or a table; to a role that may see personal data everything stays as it is. */
public final class Masking {
    private static final String HIDDEN = "[hidden]";

    private final Access access;

    private Masking(Access access) {
        this.access = access;
    }

    public static Masking of(Access access) {
        return new Masking(access);
    }

    /** Words for the caller, a file, or a model's prompt. */
    public String text(String text) {
        return access.personalData() ? text : PersonalData.mask(text);
    }

    /** What of a text the caller may not read. */
    List<PersonalData.Found> hidden(String text) {
        return access.personalData() ? List.of() : PersonalData.find(text);
    }

    public @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** The same rows; cells of personal dimensions are hidden whole, other texts where they hold personal data. */
    public Table table(Table table) {
        if (access.personalData()) {
            return table;
        }
        var masks = table.columns().stream().map(this::mask).toList();
        var rows = new ArrayList<List<@Nullable Object>>(table.size());
        for (var row : table.rows()) {
            rows.add(cells(row, masks));
        }
        var totals = table.totals();
        return new Table(table.columns(), rows, totals == null ? null : cells(totals, masks));
    }

    private UnaryOperator<String> mask(Column column) {
        if (isPersonal(column)) {
            return _ -> HIDDEN;
        }
        // Equal cells stand in many rows: each text is looked at once.
        Map<String, String> seen = new HashMap<>();
        return text -> seen.computeIfAbsent(text, PersonalData::mask);
    }

    // Columns beside a dimension's own, "customer.name", are called after it.
    private boolean isPersonal(Column column) {
        return access.masked().stream()
                .anyMatch(dimension ->
                        column.id().equals(dimension.value()) || column.id().startsWith(dimension.value() + "."));
    }

    private static List<@Nullable Object> cells(List<@Nullable Object> row, List<UnaryOperator<String>> masks) {
        var cells = new ArrayList<@Nullable Object>(row);
        for (var i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof String text) {
                cells.set(i, masks.get(i).apply(text));
            }
        }
        return cells;
    }
}
