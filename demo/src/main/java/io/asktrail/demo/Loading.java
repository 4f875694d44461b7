package io.asktrail.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads missing days into both databases at once. Each transaction holds a few days of one database and their marks,
 * so that whatever ends the process leaves whole days; nothing waits for the disk but the last commit.
 */
final class Loading {
    private static final int DAYS_IN_A_TRANSACTION = 10;
    private static final int WORKERS_A_DATABASE = 2;

    private final Progress progress;
    private final int daysInAll;
    private final List<Callable<Void>> workers = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int daysDone;
    private long rows;

    Loading(Progress progress, int daysInAll) {
        this.progress = progress;
        this.daysInAll = daysInAll;
    }

    void add(Database database, List<MissingDay> missing) {
        var chunks = new ConcurrentLinkedQueue<List<MissingDay>>();
        for (int from = 0; from < missing.size(); from += DAYS_IN_A_TRANSACTION) {
            chunks.add(missing.subList(from, Math.min(missing.size(), from + DAYS_IN_A_TRANSACTION)));
        }
        for (int i = 0; i < Math.min(WORKERS_A_DATABASE, chunks.size()); i++) {
            workers.add(() -> load(database, chunks));
        }
    }

    /** Says how many rows were loaded. */
    long run() throws SQLException, IOException, InterruptedException {
        if (workers.isEmpty()) {
            return 0;
        }
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            for (var worker : threads.invokeAll(workers)) {
                finish(worker);
            }
        } finally {
            stopped.set(true);
        }
        return rows;
    }

    private Void load(Database database, Queue<List<MissingDay>> chunks) throws SQLException, IOException {
        boolean finished = false;
        try (var connection = database.source().open()) {
            connection.setAutoCommit(false);
            for (var days = chunks.poll(); days != null && !stopped.get(); days = chunks.poll()) {
                load(database.side(), days, connection);
            }
            finished = true;
        } finally {
            if (!finished) {
                stopped.set(true);
            }
        }
        return null;
    }

    private void load(Side side, List<MissingDay> days, Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = off");
        }
        long added = side.writeDays(connection, days);
        side.marks().add(connection, days);
        connection.commit();
        done(days.size(), added);
    }

    private synchronized void done(int days, long added) {
        daysDone += days;
        rows += added;
        progress.loaded(daysDone, daysInAll);
    }

    private static void finish(Future<Void> worker) throws SQLException, IOException, InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException sql -> throw sql;
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
