package io.asktrail.onboarding.draft;

import io.asktrail.onboarding.guess.TableGuess;
import io.asktrail.registry.schema.ColumnDefinition.Pii;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that look alike in every draft: arithmetic, roles, calendar. */
final class FixedFiles {
    /** Whoever has to ask needs somebody to ask; single rows are opened by nobody but the one who reads the draft. */
    private static final String CONSENTS = "approves: [data.export]\n";

    private FixedFiles() {}

    static Stream<DraftedFile> of(String zone, List<TableGuess> tables) {
        var closed = personalColumns(tables);
        return Stream.of(
                compute(),
                calendar(zone),
                policy("admin", closed, CONSENTS),
                policy("manager", closed, CONSENTS),
                policy("analyst", closed, ""),
                policy("viewer", closed, "approvals: [data.export]\n"));
    }

    private static DraftedFile compute() {
        return new DraftedFile("tools/compute.yaml", """
            tool_id: compute
            kind: compute
            agent: compute
            purpose: Arithmetic over rows that other steps gave; it reads no source.
            quotas: {rpm: 60000, burst: 2000, max_result_rows: 200000}
            latency_hint_ms: 5
            retries: {safe: true, max: 1}
            rls: false
            capabilities:
              - name: aggregate
                purpose: Joins two results on what they share and works formulas out on the joined rows.
                inputs_schema_ref: aggregate-inputs.schema.json
                outputs_schema_ref: result.schema.json
              - name: compare
                purpose: Puts two periods side by side.
                inputs_schema_ref: compare-inputs.schema.json
                outputs_schema_ref: result.schema.json
            """);
    }

    private static DraftedFile calendar(String zone) {
        return new DraftedFile("calendar.yaml", """
            # The zone is the database's own. Weeks and the fiscal year are a guess: what do your people mean by them?
            tz: %s
            week_start: MONDAY
            fiscal_year_start: JANUARY
            default_days: 28
            named_days: []
            """.formatted(Yaml.text(known(zone))));
    }

    private static String known(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException _) {
            return "UTC";
        }
    }

    // Who a customer is must be countable; names, mails and the like are closed to everybody until somebody opens them.
    private static List<String> personalColumns(List<TableGuess> tables) {
        var closed = new ArrayList<String>();
        tables.forEach(table -> table.kept()
                .filter(column -> column.pii() != null && column.pii() != Pii.CUSTOMER_ID)
                .forEach(column -> closed.add(table.name() + "." + column.name())));
        return closed;
    }

    private static DraftedFile policy(String role, List<String> closed, String consent) {
        var text = new StringBuilder();
        text.append("# Every number is open, no personal data is, and no row is closed: add row_filters to the schemas"
                + " where\n");
        text.append("# people may see their own regions only.\n");
        text.append("role: ").append(role).append('\n');
        text.append("metrics: {all: true}\n");
        text.append("dimensions: {all: true}\n");
        if (!closed.isEmpty()) {
            text.append("columns:\n  all: true\n  deny:\n");
            closed.forEach(
                    column -> text.append("    - ").append(Yaml.text(column)).append('\n'));
        }
        text.append("pii: mask\n");
        text.append(consent);
        return new DraftedFile("policies/" + role + ".yaml", text.toString());
    }
}
