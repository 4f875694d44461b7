package io.asktrail.demo;

import io.asktrail.demo.world.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The demo in the two databases. The first extension makes 24 months, each later one adds the days that are missing;
 * what was cut off is completed by the next one, and nothing is ever there twice.
 */
public final class DemoData {
    private final ConnectionSource warehouse;
    private final ConnectionSource ads;
    private final Progress progress;
    private final AdsSide.Wanted wanted;

    private DemoData(ConnectionSource warehouse, ConnectionSource ads, Progress progress, AdsSide.Wanted wanted) {
        this.warehouse = warehouse;
        this.ads = ads;
        this.progress = progress;
        this.wanted = wanted;
    }

    /**
     * The role of the connections must be allowed to create a schema there, or own the one that is there. An extension
     * holds up to three connections to each database at once.
     */
    public static DemoData into(ConnectionSource warehouse, ConnectionSource ads) {
        return new DemoData(warehouse, ads, Progress.silent(), AdsSide.Wanted.ALL);
    }

    public DemoData reportingTo(Progress listener) {
        return new DemoData(warehouse, ads, listener, wanted);
    }

    /** Without the ad reports that Amazon, that is the sandbox, still gives: a sync fetches these. */
    public DemoData leavingRecentReportsToTheSync() {
        return new DemoData(warehouse, ads, progress, AdsSide.Wanted.HISTORY);
    }

    /** The default demo up to that day. */
    public DemoReport extendTo(LocalDate until) {
        return extend(DemoSettings.until(until));
    }

    /** Brings both databases to the last day of the settings; a database that is further stays as it is. */
    public DemoReport extend(DemoSettings settings) {
        var world = new World(settings.seed(), settings.scale());
        try (var sales = Database.locked(new SalesSide(world), warehouse);
                var reports = Database.locked(new AdsSide(world, wanted), ads)) {
            return extend(settings, sales, reports);
        } catch (SQLException | IOException e) {
            throw new DemoDataException("The demo data could not be loaded: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoDataException("Loading the demo data was interrupted; the next start goes on with it.", e);
        }
    }

    private DemoReport extend(DemoSettings settings, Database sales, Database reports)
            throws SQLException, IOException, InterruptedException {
        var begun = System.nanoTime();
        var known = sales.origin();
        var origin = (known.isPresent() ? known : reports.origin()).orElseGet(() -> Origin.starting(settings));
        origin.mustFit(settings);
        var last = lastDay(settings, sales, reports);
        sales.prepare(origin, last);
        reports.prepare(origin, last);
        var missingSales = sales.missing(origin.firstDay(), last);
        var missingReports = reports.missing(origin.firstDay(), last);
        int days = missingSales.size() + missingReports.size();
        var loading = new Loading(progress, days);
        loading.add(sales, missingSales);
        loading.add(reports, missingReports);
        long added = loading.run();
        long pruned = reports.prune(origin.firstDay(), last) + sales.prune(origin.firstDay(), last);
        if (days > 0) {
            sales.analyze();
            reports.analyze();
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new DemoReport(origin.firstDay(), last, days, added, pruned, took);
    }

    /** Never before what is there: a database that holds later days keeps them, and its fine reports end with them. */
    private static LocalDate lastDay(DemoSettings settings, Database sales, Database reports) throws SQLException {
        var loaded = Stream.concat(sales.lastDay().stream(), reports.lastDay().stream());
        return Stream.concat(loaded, Stream.of(settings.until()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
