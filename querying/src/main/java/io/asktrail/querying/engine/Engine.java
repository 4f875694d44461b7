package io.asktrail.querying.engine;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A kind of database: how its statements are written, limited and closed, and what its failures mean. */
public sealed interface Engine permits PostgreSql, DuckDb, Trino {
    Engine POSTGRESQL = new PostgreSql();
    Engine DUCKDB = new DuckDb();
    Engine TRINO = new Trino();

    /** How every statement is written, for whichever database. */
    Settings RENDERING = new Settings()
            .withRenderNameCase(RenderNameCase.AS_IS)
            .withRenderFormatted(true)
            // jOOQ's own limit on a statement's parameters would switch to inlined values, which never happens here.
            .withInlineThreshold(Integer.MAX_VALUE);

    /** The engine that an address is of; empty if nothing here speaks to such a database. */
    static Optional<Engine> of(String jdbcUrl) {
        return List.of(POSTGRESQL, DUCKDB, TRINO).stream()
                .filter(engine -> jdbcUrl.startsWith(engine.urlPrefix()))
                .findFirst();
    }

    /** What people call it. */
    String title();

    /** How its addresses begin, e.g. {@code jdbc:trino:}. */
    String urlPrefix();

    SQLDialect sql();

    /** What the driver is told with each login, unless the settings say otherwise. */
    default Map<String, String> clientOptions() {
        return Map.of();
    }

    /** Whether its tables can close rows to a transaction, whatever the statement says. */
    boolean hasRowPolicies();

    /** For statements that are built and judged before there is a connection. */
    default DSLContext statements() {
        return DSL.using(sql(), RENDERING);
    }

    default DSLContext on(Connection jdbc) {
        return DSL.using(jdbc, sql(), RENDERING);
    }

    /** The date of a moment in a zone. */
    Field<LocalDate> localDay(Field<OffsetDateTime> moment, ZoneId zone);

    /** The first day of the week (a Monday), month, quarter or year that holds a day. */
    default Field<LocalDate> startOf(DatePart part, Field<LocalDate> day) {
        var unit = DSL.inline(part.toString().toLowerCase(java.util.Locale.ROOT));
        return DSL.field("date_trunc({0}, {1})", SQLDataType.LOCALDATE, unit, day)
                .cast(SQLDataType.LOCALDATE);
    }

    default Field<LocalDate> plusDays(Field<LocalDate> day, int days) {
        return DSL.localDateAdd(day, days).cast(SQLDataType.LOCALDATE);
    }

    /** A column of numbers as it is added up, such that no sum of it is rounded or runs over. */
    default Field<?> addend(Field<?> column) {
        return column.coerce(SQLDataType.NUMERIC);
    }

    /** Whether it works a percentile out of all values; one that estimates it gives none. */
    default boolean hasPercentiles() {
        return true;
    }

    /**
     * Of an aggregate's values, between the two nearest of them in proportion. Databases work it out in binary: six places,
     * of which money and its parts use no more, bring the decimal number back.
     *
     * @param values null where one is not known: then it does not count
     */
    default Field<BigDecimal> percentile(BigDecimal p, Field<?> values) {
        return DSL.percentileCont(DSL.inline(p))
                .withinGroupOrderBy(values.cast(SQLDataType.DOUBLE))
                .cast(SQLDataType.NUMERIC(38, 6));
    }

    /**
     * Opens a transaction that can only read, ends with the time that is left, and claims rows.
     *
     * @param claim whose rows the tables' policies may show; of no use to an engine without any
     */
    void begin(Connection jdbc, String claim, Duration left) throws SQLException;

    /** Claims other rows for what comes next in the transaction. */
    default void claim(Connection jdbc, String claim) throws SQLException {}

    /** Ends the transaction, even one that failed. */
    default void end(Connection jdbc) throws SQLException {
        jdbc.rollback();
    }

    /** Has the driver stop a statement when the time is up, where the transaction does not. */
    default void limit(Select<? extends Record> select, Duration left) {
        select.queryTimeout((int) Math.max(1, left.plusMillis(999).toSeconds()));
    }

    /** How much longer than the deadline the engine may take to say itself that it stopped; then it is cancelled. */
    default Duration patience() {
        return Duration.ZERO;
    }

    Fault faultOf(SQLException failure);
}
