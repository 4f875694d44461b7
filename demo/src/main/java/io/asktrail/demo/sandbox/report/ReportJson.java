package io.asktrail.demo.sandbox.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a caller sees it. What is not known yet is null. */
@JsonPropertyOrder(alphabetic = true)
record ReportJson(
        String reportId,
        @Nullable String name,
        String startDate,
        String endDate,
        Status status,
        Configuration configuration,
        String createdAt,
        String updatedAt,
        @Nullable String generatedAt,
        @Nullable Long fileSize,
        @Nullable String url,
        @Nullable String urlExpiresAt,
        @Nullable String failureReason) {

    enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED
    }

    record Configuration(
            AdProduct adProduct,
            List<String> groupBy,
            List<String> columns,
            List<ReportOrder.Filter> filters,
            String reportTypeId,
            TimeUnit timeUnit,
            String format) {}

    static ReportJson of(Report report, Links links) {
        var state = report.state();
        return switch (state) {
            case ReportState.Pending _ -> unfinished(report, Status.PENDING, null);
            case ReportState.Processing _ -> unfinished(report, Status.PROCESSING, null);
            case ReportState.Failed failed -> unfinished(report, Status.FAILED, failed.reason());
            case ReportState.Completed(var since, var file) -> {
                var link = links.to(report.id());
                yield json(
                        report,
                        Status.COMPLETED,
                        since.toString(),
                        file.size(),
                        link.url(),
                        link.expiresAt().toString(),
                        null);
            }
        };
    }

    private static ReportJson unfinished(Report report, Status status, @Nullable String failureReason) {
        return json(report, status, null, null, null, null, failureReason);
    }

    private static ReportJson json(
            Report report,
            Status status,
            @Nullable String generatedAt,
            @Nullable Long fileSize,
            @Nullable String url,
            @Nullable String urlExpiresAt,
            @Nullable String failureReason) {
        var order = report.order();
        return new ReportJson(
                report.id(),
                report.name(),
                order.start().toString(),
                order.end().toString(),
                status,
                new Configuration(
                        order.type().adProduct(),
                        order.groupBy(),
                        order.columns(),
                        order.filters(),
                        order.type().id(),
                        order.timeUnit(),
                        "GZIP_JSON"),
                report.createdAt().toString(),
                report.state().since().toString(),
                generatedAt,
                fileSize,
                url,
                urlExpiresAt,
                failureReason);
    }
}
