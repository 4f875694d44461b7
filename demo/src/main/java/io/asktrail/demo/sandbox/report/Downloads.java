package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.SandboxFaults;
import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** Hands out files as storage does: by link alone, and with its errors in XML. */
final class Downloads {
    private static final String GZIP = "binary/octet-stream";
    private static final String XML = "application/xml";

    private final Links links;
    private final SandboxFaults faults;

    Downloads(Links links, SandboxFaults faults) {
        this.links = links;
        this.faults = faults;
    }

    Reply answer(String reportId, Supplier<Report> find, Call call) throws IOException {
        if (!links.isSigned(reportId, call)) {
            return refused("SignatureDoesNotMatch", "The request signature we calculated does not match");
        }
        if (links.isExpired(call)) {
            return expired();
        }
        var report = find.get();
        if (!(report.state() instanceof ReportState.Completed(var _, var file))) {
            throw new ApiException(404, "404", "Report " + reportId + " has no file");
        }
        var fault = faults.ofDownload(report.order().type().id());
        return fault.isPresent() ? broken(fault.get(), file) : whole(file);
    }

    private static Reply broken(Fault.OfDownload fault, ReportFile file) throws IOException {
        return switch (fault) {
            case Fault.ExpiredUrl _ -> expired();
            case Fault.TruncatedGzip _ -> gzip(FileBodies.firstHalf(file));
            case Fault.GzipBomb(long unpackedBytes) -> gzip(FileBodies.bomb(unpackedBytes));
            case Fault.MalformedJson _ -> gzip(FileBodies.malformed(file));
        };
    }

    private static Reply whole(ReportFile file) {
        return gzip(FileBodies.whole(file));
    }

    private static Reply gzip(Reply.Body body) {
        return new Reply(200, GZIP, Map.of(), body);
    }

    private static Reply expired() {
        return refused("AccessDenied", "Request has expired");
    }

    private static Reply refused(String code, String message) {
        return Reply.text(
                403,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, message));
    }
}
