package io.asktrail.orchestrator.audit;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.error.ErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Lines as they could be. */
final class TestLines {
    private TestLines() {}

    static AuditEntry failed(String sub, String question, Instant at) {
        return new AuditEntry(
                at,
                "line " + question,
                sub,
                List.of(),
                Channel.HTTP,
                AuditKind.ASK,
                question,
                AuditStatus.FAILED,
                ErrorCode.AGENT_DOWN,
                null,
                null,
                null,
                null,
                new AuditEntry.Timings(null, null, null, null, BigDecimal.ONE),
                null,
                null,
                Cost.NONE,
                null,
                null,
                null);
    }
}
