package io.asktrail.querying.session;

import io.asktrail.querying.engine.PostgreSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * The whole transaction in one round trip: claims and statements go to PostgreSQL together, and what comes back is read in
 * turn. What is sent of each statement is the very text that was judged; the driver sends each as a statement of its own.
 */
record AtOnce(PostgreSql engine, Duration left) implements Conversation {
    // A server that cannot get rid of long answers reads nothing, and then takes in 64 KB and no more.
    private static final int MOST_CHARACTERS = 16_000;

    /** Whether a server takes all of it in before anybody reads its answers; if not, both might wait for each other. */
    static boolean canTake(List<Ask> asks) {
        return asks.stream().map(Ask::judged).mapToLong(AtOnce::length).sum() <= MOST_CHARACTERS;
    }

    private static long length(Judged judged) {
        return judged.sql().length()
                + judged.values().stream()
                        .mapToLong(value -> String.valueOf(value).length())
                        .sum();
    }

    @Override
    public void hold(Connection jdbc, List<Ask> asks, RunningQuery running) throws SQLException {
        var script = new Script(left, asks.getFirst().claims());
        asks.forEach(script::add);
        try (var statement = jdbc.prepareStatement(script.text())) {
            script.bind(statement);
            running.begins(statement::cancel);
            statement.execute();
            for (var part : script.parts) {
                if (part != null) {
                    read(statement, part, running);
                }
                statement.getMoreResults();
            }
        }
    }

    private void read(PreparedStatement statement, Ask ask, RunningQuery running) throws SQLException {
        try (var rows = statement.getResultSet();
                var cursor = engine.statements().fetchLazy(rows, fieldsOf(ask))) {
            for (var row : cursor) {
                running.check();
                ask.each().accept(row);
            }
        }
    }

    private static Field<?>[] fieldsOf(Ask ask) {
        return ask.judged().select().getSelect().toArray(Field[]::new);
    }

    /** The text with its values; of each part whose rows it gives, null for a claim. */
    private static final class Script {
        private final StringJoiner text = new StringJoiner(";\n");
        private final List<Object> values = new ArrayList<>();
        private final List<@Nullable Ask> parts = new ArrayList<>();
        private RowClaims claimed;

        Script(Duration left, RowClaims claims) {
            claimed = claims;
            set(PostgreSql.BEGIN, PostgreSql.timeout(left), claims.text());
        }

        private void set(String sql, String... settings) {
            text.add(sql);
            values.addAll(List.of(settings));
            parts.add(null);
        }

        void add(Ask ask) {
            if (!ask.claims().equals(claimed)) {
                claimed = ask.claims();
                set(PostgreSql.CLAIM, claimed.text());
            }
            text.add(ask.judged().sql());
            values.addAll(ask.judged().values());
            parts.add(ask);
        }

        String text() {
            return text.toString();
        }

        void bind(PreparedStatement statement) throws SQLException {
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i) instanceof String text ? asIfWritten(text) : values.get(i));
            }
        }

        // The driver asks the server what a text without a type is compared with, and from then on reads all answers so
        // far before it sends such a statement: a round trip each. To PostgreSQL "unknown" is as good as no type.
        private static PGobject asIfWritten(String text) throws SQLException {
            var value = new PGobject();
            value.setType("unknown");
            value.setValue(text);
            return value;
        }
    }
}
