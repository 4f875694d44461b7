package io.asktrail.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.task.Export;
import java.time.Instant;

/**
 * A file that waits to be fetched by the one it was written for.
 *
 * @param link where it is fetched, from the root of the gateway
 * @param fileName what it is called when it is saved
 * @param rows without the header
 * @param sha256 of its bytes, in hexadecimal digits
 * @param truncated whether there were more rows than a file may have
 * @param expiresAt when it is deleted
 */
public record ExportedFile(
        String id,
        String link,
        Export.Format format,
        @JsonProperty("file_name") String fileName,
        long rows,
        long bytes,
        String sha256,
        boolean truncated,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("expires_at") Instant expiresAt) {}
