package io.asktrail.demo.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * A fault and where it strikes.
 *
 * @param path how the path of a request begins; null for every path. Of no use to faults of reports and downloads
 * @param reportType the type of report, such as {@code spCampaigns}; null for every type. Of no use to other faults
 * @param times how often it strikes before it is gone; {@link #ALWAYS} until it is cleared
 */
public record FaultRule(
        Fault fault, @Nullable String path, @Nullable String reportType, int times) {
    public static final int ALWAYS = Integer.MAX_VALUE;

    public FaultRule {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
    }

    /** Everywhere, until it is cleared. */
    public static FaultRule of(Fault fault) {
        return new FaultRule(fault, null, null, ALWAYS);
    }

    public FaultRule onPath(String prefix) {
        return new FaultRule(fault, prefix, reportType, times);
    }

    public FaultRule onReport(String type) {
        return new FaultRule(fault, path, type, times);
    }

    public FaultRule times(int count) {
        return new FaultRule(fault, path, reportType, count);
    }

    boolean strikesPath(String requested) {
        return path == null || requested.startsWith(path);
    }

    boolean strikesReport(String type) {
        return reportType == null || reportType.equals(type);
    }
}
