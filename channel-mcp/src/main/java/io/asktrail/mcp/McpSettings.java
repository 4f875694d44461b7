package io.asktrail.mcp;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the channel is set up.
 *
 * @param enabled false to open no address at all
 * @param allowedOrigins pages that may call it from a browser, such as {@code http://localhost:6274}; a port may be
 *     {@code *}. Programs send no origin and need none
 * @param maxRows how many rows of a table a result carries unless the assistant asks for another number
 * @param maxResult how large a result may be, its text and its structure together
 * @param sessionIdle after which a session that nobody uses is forgotten; its client begins a new one by itself
 * @param sessionsPerCaller how many one caller may have; beyond them the one goes that was not used for longest
 * @param elicitation how long a person may take to choose, before the choice is left to the assistant
 */
@ConfigurationProperties("asktrail.mcp")
public record McpSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue({}) List<String> allowedOrigins,
        @DefaultValue("50") int maxRows,
        @DefaultValue("32KB") DataSize maxResult,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("50") int sessionsPerCaller,
        @DefaultValue("5m") Duration elicitation) {
    /** More rows than these are no help to anybody who reads them one after the other. */
    public static final int MOST_ROWS = 500;

    private static final DataSize SMALLEST_RESULT = DataSize.ofKilobytes(4);

    public McpSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        if (maxRows < 1 || maxRows > MOST_ROWS) {
            throw new IllegalArgumentException("asktrail.mcp.max-rows is 1 to " + MOST_ROWS);
        }
        if (maxResult.compareTo(SMALLEST_RESULT) < 0) {
            throw new IllegalArgumentException("asktrail.mcp.max-result is at least 4KB: less holds no answer");
        }
        if (sessionsPerCaller < 1 || !sessionIdle.isPositive() || !elicitation.isPositive()) {
            throw new IllegalArgumentException("sessions and times of asktrail.mcp are more than nothing");
        }
    }
}
