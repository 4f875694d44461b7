package io.asktrail.demo.sandbox;

import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.FaultRule;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fault as it is set over HTTP: only {@code kind} is needed, everything else has a default. */
record FaultJson(
        @Nullable Kind kind,
        @Nullable String path,
        @Nullable String reportType,
        @Nullable Integer times,
        @Nullable Long retryAfterSeconds,
        @Nullable Integer status,
        @Nullable Long delayMs,
        @Nullable String reason,
        @Nullable Long unpackedBytes,
        @Nullable Integer days) {
    private static final long BOMB = 1L << 30;
    private static final String TOKEN_PATH = "/auth/o2/token";

    enum Kind {
        THROTTLE,
        ERROR_STATUS,
        SLOW,
        RESET,
        CUT_REPLY,
        FAILED_REPORT,
        HELD_REPORT,
        EXPIRED_URL,
        TRUNCATED_GZIP,
        GZIP_BOMB,
        MALFORMED_JSON,
        TOKEN_DOWN,
        REVOKED_TOKEN,
        RESTATEMENT;

        static Kind of(Fault fault) {
            return switch (fault) {
                case Fault.Throttle _ -> THROTTLE;
                case Fault.ErrorStatus _ -> ERROR_STATUS;
                case Fault.Slow _ -> SLOW;
                case Fault.Reset _ -> RESET;
                case Fault.CutReply _ -> CUT_REPLY;
                case Fault.FailedReport _ -> FAILED_REPORT;
                case Fault.HeldReport _ -> HELD_REPORT;
                case Fault.ExpiredUrl _ -> EXPIRED_URL;
                case Fault.TruncatedGzip _ -> TRUNCATED_GZIP;
                case Fault.GzipBomb _ -> GZIP_BOMB;
                case Fault.MalformedJson _ -> MALFORMED_JSON;
                case Fault.RevokedToken _ -> REVOKED_TOKEN;
                case Fault.Restatement _ -> RESTATEMENT;
            };
        }
    }

    /** @throws IllegalArgumentException where the kind is missing or a number is out of its range */
    FaultRule toRule() {
        if (kind == null) {
            throw new IllegalArgumentException("kind is missing");
        }
        var where = kind == Kind.TOKEN_DOWN ? TOKEN_PATH : path;
        return new FaultRule(fault(kind), where, reportType, or(times, FaultRule.ALWAYS));
    }

    private Fault fault(Kind known) {
        return switch (known) {
            case THROTTLE -> new Fault.Throttle(Duration.ofSeconds(or(retryAfterSeconds, 1L)));
            case ERROR_STATUS, TOKEN_DOWN -> new Fault.ErrorStatus(or(status, 503));
            case SLOW -> new Fault.Slow(Duration.ofMillis(or(delayMs, 5_000L)));
            case RESET -> new Fault.Reset();
            case CUT_REPLY -> new Fault.CutReply();
            case FAILED_REPORT -> new Fault.FailedReport(or(reason, "Internal error"));
            case HELD_REPORT -> new Fault.HeldReport();
            case EXPIRED_URL -> new Fault.ExpiredUrl();
            case TRUNCATED_GZIP -> new Fault.TruncatedGzip();
            case GZIP_BOMB -> new Fault.GzipBomb(or(unpackedBytes, BOMB));
            case MALFORMED_JSON -> new Fault.MalformedJson();
            case REVOKED_TOKEN -> new Fault.RevokedToken();
            case RESTATEMENT -> new Fault.Restatement(or(days, 14));
        };
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
