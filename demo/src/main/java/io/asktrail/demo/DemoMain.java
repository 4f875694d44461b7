package io.asktrail.demo;

import java.time.Clock;
import java.util.Map;

/**
 * Makes the demo in databases that are already there, or brings it up to date, and ends. Where and as whom is said by
 * {@link DemoLogin}, which demo by {@link DemoSettings}. A workspace of somebody's own gets none.
 */
public final class DemoMain {
    private static final String WORKSPACE = "demo";

    private DemoMain() {}

    public static void main(String[] args) {
        var environment = System.getenv();
        var workspace = environment.getOrDefault("ASKTRAIL_WORKSPACE", WORKSPACE);
        if (!workspace.equals(WORKSPACE)) {
            System.out.printf("The workspace is '%s': it gets no demo data.%n", workspace);
            return;
        }
        try {
            var login = DemoLogin.from(environment);
            var settings = DemoSettings.from(environment, Clock.systemUTC());
            var data = DemoData.into(login::warehouse, login::ads).reportingTo(new Tenths());
            report((leavesRecentReports(environment) ? data.leavingRecentReportsToTheSync() : data).extend(settings));
        } catch (DemoDataException | IllegalArgumentException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    /** {@code ASKTRAIL_DEMO_ADS}: {@code all} of the ad reports, or those that no {@code sync} can fetch any more. */
    private static boolean leavesRecentReports(Map<String, String> environment) {
        var wanted = environment.getOrDefault("ASKTRAIL_DEMO_ADS", "").strip();
        return switch (wanted) {
            case "", "all" -> false;
            case "sync" -> true;
            default -> throw new IllegalArgumentException("ASKTRAIL_DEMO_ADS must be all or sync, not " + wanted);
        };
    }

    private static void report(DemoReport report) {
        System.out.printf(
                "The demo goes from %s to %s; %d rows were added in %.1f s.%n",
                report.from(), report.until(), report.rowsAdded(), report.took().toMillis() / 1000.0);
    }

    /** Speaks at every tenth, so that a log stays short. */
    private static final class Tenths implements Progress {
        private int said;

        @Override
        public void loaded(int daysDone, int daysInAll) {
            var tenths = 10 * daysDone / daysInAll;
            if (tenths > said) {
                said = tenths;
                System.out.printf("Making demo data: %d0 %%%n", tenths);
            }
        }
    }
}
