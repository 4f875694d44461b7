package io.asktrail.registry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** @param pii what personal data it holds; null if none */
public record ColumnDefinition(
        String name,
        Type type,
        @Nullable String description,
        @Nullable Pii pii) {
    /** How the database keeps it. */
    public enum Type {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("decimal")
        DECIMAL,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("date")
        DATE,
        /** A local time without a zone. */
        @JsonProperty("timestamp")
        TIMESTAMP,
        /** A moment; its date depends on the caller's zone. */
        @JsonProperty("timestamptz")
        TIMESTAMPTZ
    }

    /** Classes of personal data. */
    public enum Pii {
        @JsonProperty("name")
        NAME,
        @JsonProperty("mail")
        MAIL,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("address")
        ADDRESS,
        @JsonProperty("customer_id")
        CUSTOMER_ID,
        @JsonProperty("tax_id")
        TAX_ID
    }
}
