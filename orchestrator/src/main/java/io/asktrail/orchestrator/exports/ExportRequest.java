package io.asktrail.orchestrator.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.task.Export;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The file that is wanted of a stored answer.
 *
 * @param format CSV if left out
 * @param approvalId the consent to it, where the caller's role needs one
 */
public record ExportRequest(
        Export.@Nullable Format format,

        @Schema(description = "Whether a CSV begins with a byte order mark, by which Excel knows UTF-8")
        @JsonProperty("byte_order_mark")
        @Nullable
        Boolean byteOrderMark,

        @JsonProperty("approval_id") @Nullable String approvalId) {
    static final ExportRequest PLAIN = new ExportRequest(null, null, null);

    Export.Format formatOrCsv() {
        return format == null ? Export.Format.CSV : format;
    }

    boolean marked() {
        return Boolean.TRUE.equals(byteOrderMark);
    }
}
