package io.asktrail.querying.session;

import io.asktrail.querying.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** One statement after the other, whose rows may come in parts: for every engine. */
record Stepwise(Engine engine, Supplier<Duration> left) implements Conversation {
    @Override
    public void hold(Connection jdbc, List<Ask> asks, RunningQuery running) throws SQLException {
        var claim = asks.getFirst().claims();
        engine.begin(jdbc, claim.text(), left.get());
        for (var ask : asks) {
            if (!ask.claims().equals(claim)) {
                claim = ask.claims();
                engine.claim(jdbc, claim.text());
            }
            ask(jdbc, ask, running);
        }
    }

    private void ask(Connection jdbc, Ask ask, RunningQuery running) {
        var select = ask.judged().select();
        select.attach(engine.on(jdbc).configuration());
        engine.limit(select, left.get());
        running.begins(select::cancel);
        try (var cursor = select.fetchLazy()) {
            for (var row : cursor) {
                running.check();
                ask.each().accept(row);
            }
        }
    }
}
