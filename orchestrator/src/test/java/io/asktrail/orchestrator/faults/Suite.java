package io.asktrail.orchestrator.faults;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.testkit.fault.Fault;
import io.asktrail.testkit.fault.FaultProxy;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The stub agents, and the way to them on which things go wrong. */
public final class Suite implements AutoCloseable {
    public static final Fault DOWN = new Fault.Status(503, "");

    public final StubAgents agents;
    public final FaultProxy way;

    public Suite() {
        this(400_000);
    }

    /** @param repeatableCells how much the sources remember for calls that are repeated */
    Suite(long repeatableCells) {
        agents = new StubAgents(repeatableCells);
        way = new FaultProxy(agents.port());
    }

    /** An orchestrator with a database of its own. */
    public RunningOrchestrator orchestrator(String... settings) {
        return RunningOrchestrator.start(way.url(), settings);
    }

    /** One that shares its database with others. */
    RunningOrchestrator orchestratorOn(String database, String... settings) {
        return RunningOrchestrator.start(database, way.url(), _ -> {}, settings);
    }

    /** What becomes of the fetches of the warehouse; all else arrives. */
    void onSales(Function<Integer, Fault> byNumber) {
        var number = new java.util.concurrent.atomic.AtomicInteger();
        way.faults(path ->
                path.equals(StubAgents.FETCH_SALES) ? byNumber.apply(number.incrementAndGet()) : new Fault.None());
    }

    /** Every fetch of the warehouse waits until the latch is let go. */
    void holdSales(CountDownLatch release) {
        onSales(_ -> new Fault.Before(() -> await(release)));
    }

    public long salesCalls() {
        return way.count(StubAgents.FETCH_SALES);
    }

    /** A metric of an answer, channel by channel; empty if the answer does not have it. */
    static List<BigDecimal> column(Answer answer, String metric) {
        var table = answer.table();
        if (table == null || table.indexOf(metric).isEmpty()) {
            return List.of();
        }
        var column = table.indexOf(metric).getAsInt();
        return java.util.stream.IntStream.range(0, table.size())
                .mapToObj(row -> Objects.requireNonNull(table.number(row, column)))
                .toList();
    }

    /** Twice, as there are two channels. */
    static List<BigDecimal> each(BigDecimal number) {
        return List.of(number, number);
    }

    /** Waits a while for something to become true; tells whether it did. */
    public static boolean eventually(long patienceMs, BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + patienceMs * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        way.close();
        agents.close();
    }
}
