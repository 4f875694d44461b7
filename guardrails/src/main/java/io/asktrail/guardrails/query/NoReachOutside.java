package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Nothing that leaves the tables: files, other servers, settings, sequences, locks, sleep. The functions that are allowed
 * leave all of these out already; naming the dangerous ones says why in a trail, and stands if that list grows too long.
 */
final class NoReachOutside implements Rule<ScannedQuery> {
    private static final Pattern POSTGRESQL = Pattern.compile("pg_.*|lo_.*|lo(get|put|import|export|creat)|dblink.*|"
            + "postgres_fdw.*|file_fdw.*|query_to_xml.*|table_to_xml.*|schema_to_xml.*|database_to_xml.*|cursor_to_xml.*|"
            + "xml.*|xpath.*|set_config|current_setting|nextval|currval|setval|lastval|txid_.*|inet_(client|server)_.*|"
            + "version|current_(user|role|database|schemas?|catalog|query)|session_user|has_.*_privilege|"
            + "generate_series|repeat|lpad|rpad|ts_stat|convert_from|encode|decode");
    private static final Pattern DUCKDB = Pattern.compile(
            "read_.*|.*_scan|.*_scan_.*|glob|getenv|sniff_csv|query|"
                    + "query_table|duckdb_.*|pragma_.*|.*_attach|load_.*|parquet_.*|copy_.*|from_substrait.*|which_secret|range");
    private static final Pattern TRINO = Pattern.compile("system\\..*|.*\\.system\\..*|raw_query|exclude_columns|"
            + "table_changes|http_.*|sequence|kafka.*|current_groups");

    @Override
    public String id() {
        return "query.no_reach_outside";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        var scan = query.scan();
        return Stream.concat(scan.functions.stream(), scan.tableFunctions.stream())
                .filter(NoReachOutside::reachesOut)
                .findFirst()
                .map("%s reaches outside of the tables that questions are about."::formatted);
    }

    private static boolean reachesOut(String name) {
        var bare = Identifiers.plain(name);
        var last = bare.substring(bare.lastIndexOf('.') + 1);
        return Stream.of(POSTGRESQL, DUCKDB, TRINO)
                .anyMatch(kind ->
                        kind.matcher(last).matches() || kind.matcher(bare).matches());
    }
}
