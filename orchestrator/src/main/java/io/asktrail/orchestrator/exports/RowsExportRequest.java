package io.asktrail.orchestrator.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.task.Export;
import io.asktrail.contracts.task.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * The file that is wanted of the single rows behind a task's metrics.
 *
 * @param task its metrics name the table; conditions and the period pick the rows
 * @param format CSV if left out
 * @param approvalId the consent to it, where the caller's role needs one
 */
public record RowsExportRequest(
        @Nullable TaskRequest task,
        Export.@Nullable Format format,
        @JsonProperty("byte_order_mark") @Nullable Boolean byteOrderMark,
        @JsonProperty("approval_id") @Nullable String approvalId) {
    ExportRequest file() {
        return new ExportRequest(format, byteOrderMark, approvalId);
    }
}
