package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.fault.SandboxFaults;
import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Reply;
import io.asktrail.demo.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reports that were asked for: asked, watched, cancelled, fetched. */
public final class Reports implements AutoCloseable {
    private static final String CREATE = "application/vnd.createasyncreportrequest.v3+json";
    private static final String CREATED = "application/vnd.createasyncreportresponse.v3+json";
    private static final String STATUS = "application/vnd.getasyncreportresponse.v3+json";
    /** Older ones are forgotten with their files, so that a server that runs for months does not fill the disk. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final OrderCheck check = new OrderCheck(ReportTypes.load());
    private final Restatements restatements = new Restatements();
    private final Map<String, Report> reports = new LinkedHashMap<>();
    private final InstantSource time = InstantSource.system();
    private final Supplier<LocalDate> today;
    private final SandboxFaults faults;
    private final ReportFolder folder;
    private final Links links;
    private final ReportWorker worker;
    private final Downloads downloads;

    /**
     * @param today the day up to which figures are told, itself not included
     * @param folder where the files of reports are kept, and nothing else; it goes with the server
     * @param base where this server is reached
     */
    public Reports(
            World world, Supplier<LocalDate> today, SandboxFaults faults, Timing timing, Path folder, String base) {
        this.today = today;
        this.faults = faults;
        this.folder = ReportFolder.at(folder);
        this.links = new Links(base, timing.linkLife(), time);
        this.worker = new ReportWorker(new ReportRows(world), this.folder, faults, timing.latency(), time);
        this.downloads = new Downloads(links, faults);
    }

    /** How long a report takes, and how long its link is good. */
    public record Timing(Duration latency, Duration linkLife) {}

    public Reply create(Call call) {
        call.mustBe(CREATE, CREATED);
        var asked = parsed(call);
        var order = check.check(asked, today.get());
        return Reply.json(CREATED, ReportJson.of(begun(asked, order), links));
    }

    public Reply status(Call call) {
        return Reply.json(STATUS, ReportJson.of(find(call.lastOfPath()), links));
    }

    public Reply cancel(Call call) {
        var report = find(call.lastOfPath());
        if (!report.cancel()) {
            throw ApiException.badRequest("Report %s is not pending and cannot be cancelled".formatted(report.id()));
        }
        synchronized (reports) {
            reports.remove(report.id());
        }
        return Reply.json(STATUS, ReportJson.of(report, links));
    }

    public Reply download(Call call) throws IOException {
        var id = call.lastOfPath().replaceFirst("^report-", "").replaceFirst("\\.json\\.gz$", "");
        return downloads.answer(id, () -> find(id), call);
    }

    private Report begun(OrderJson asked, ReportOrder order) {
        synchronized (reports) {
            forgetOldOnes();
            refuseDuplicate(order);
            var report = new Report(UUID.randomUUID().toString(), asked.name(), order, time.instant());
            reports.put(report.id(), report);
            start(report);
            return report;
        }
    }

    private void start(Report report) {
        var order = report.order();
        var failure = faults.ofReport(order.type().id());
        if (failure.isPresent()) {
            worker.fail(report, failure.get().reason());
            return;
        }
        var restated = faults.restatement(order.type().id());
        var provisional = restatements.provisionalIn(order, restated, today.get());
        worker.make(report, new ReportWorker.Job(today.get().minusDays(1), provisional));
    }

    private void refuseDuplicate(ReportOrder order) {
        for (var other : reports.values()) {
            if (other.isUnderWay() && other.order().equals(order)) {
                throw new ApiException(425, "425", "The Request is a duplicate of : " + other.id());
            }
        }
    }

    private OrderJson parsed(Call call) {
        try {
            var order = mapper.readValue(call.body(), OrderJson.class);
            if (order == null) {
                throw ApiException.badRequest("The request has no body");
            }
            return order;
        } catch (JacksonException e) {
            throw ApiException.badRequest("The request cannot be read: " + e.getOriginalMessage());
        }
    }

    private Report find(String id) {
        synchronized (reports) {
            var report = reports.get(id);
            if (report == null) {
                throw new ApiException(404, "404", "Report " + id + " not found");
            }
            return report;
        }
    }

    private void forgetOldOnes() {
        var oldest = time.instant().minus(KEPT);
        reports.values().removeIf(report -> {
            boolean old = !report.isUnderWay() && report.createdAt().isBefore(oldest);
            if (old) {
                folder.delete(report.id());
            }
            return old;
        });
    }

    @Override
    public void close() {
        worker.close();
        folder.close();
    }
}
