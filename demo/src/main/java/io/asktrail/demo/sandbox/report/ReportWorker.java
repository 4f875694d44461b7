package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.fault.SandboxFaults;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Takes a report from PENDING over PROCESSING to its end: a third of the latency in the queue, the rest at work. Few
 * reports are written at once, however many are asked for, so that memory stays small.
 */
final class ReportWorker implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final ReportRows rows;
    private final ReportFolder folder;
    private final SandboxFaults faults;
    private final Duration latency;
    private final InstantSource time;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ReportWorker(ReportRows rows, ReportFolder folder, SandboxFaults faults, Duration latency, InstantSource time) {
        this.rows = rows;
        this.folder = folder;
        this.faults = faults;
        this.latency = latency;
        this.time = time;
    }

    /** What a report is made of besides its order. */
    record Job(LocalDate lastDay, Set<LocalDate> provisional) {
        Job {
            provisional = Set.copyOf(provisional);
        }
    }

    void make(Report report, Job job) {
        threads.execute(() -> inTurn(report, () -> {
            Thread.sleep(latency.dividedBy(3).multipliedBy(2));
            slots.acquire();
            try {
                report.become(new ReportState.Completed(time.instant(), written(report, job)));
            } finally {
                slots.release();
            }
        }));
    }

    void fail(Report report, String reason) {
        threads.execute(() -> inTurn(report, () -> {
            Thread.sleep(latency.dividedBy(3).multipliedBy(2));
            report.become(new ReportState.Failed(time.instant(), reason));
        }));
    }

    private void inTurn(Report report, Work work) {
        try {
            Thread.sleep(latency.dividedBy(3));
            faults.awaitRelease(report.order().type().id());
            if (report.begin(time.instant())) {
                work.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            report.become(new ReportState.Failed(time.instant(), "Internal error: " + e));
        }
    }

    private ReportFile written(Report report, Job job) throws IOException {
        var order = report.order();
        return ReportFile.write(
                folder.file(report.id()),
                order.columns(),
                sink -> rows.forEach(order, job.lastDay(), job.provisional(), sink));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        // so that nothing is written into a folder that is about to go
        threads.close();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
