package io.asktrail.querying.session;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The row that a result of PostgreSQL's stands at: cells are read where somebody asks for them, and as often. */
final class ResultRow implements Row {
    private final ResultSet result;
    private final List<Reader> readers;

    /** @param fields as many as the result has columns */
    ResultRow(ResultSet result, List<? extends Field<?>> fields) {
        this.result = result;
        this.readers = fields.stream().map(ResultRow::reader).toList();
    }

    @Override
    public @Nullable Object get(int place) {
        try {
            return readers.get(place).read(result, place + 1);
        } catch (SQLException e) {
            throw new DataAccessException("a cell cannot be read", e);
        }
    }

    private interface Reader {
        @Nullable
        Object read(ResultSet result, int column) throws SQLException;
    }

    private static Reader reader(Field<?> field) {
        var type = field.getType();
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == BigDecimal.class) {
            return ResultSet::getBigDecimal;
        }
        if (type == Long.class) {
            return (result, column) -> known(result, result.getLong(column));
        }
        if (type == Integer.class) {
            return (result, column) -> known(result, result.getInt(column));
        }
        if (type == Boolean.class) {
            return (result, column) -> known(result, result.getBoolean(column));
        }
        if (type == LocalDate.class || type == LocalDateTime.class || type == OffsetDateTime.class) {
            return (result, column) -> result.getObject(column, type);
        }
        if (type.isArray()) {
            return ResultRow::array;
        }
        throw new IllegalArgumentException("no statement here selects a " + type);
    }

    private static @Nullable Object known(ResultSet result, Object value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private static @Nullable Object array(ResultSet result, int column) throws SQLException {
        @Nullable Array array = result.getArray(column);
        return array == null ? null : array.getArray();
    }
}
