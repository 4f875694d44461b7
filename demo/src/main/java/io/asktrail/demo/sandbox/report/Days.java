package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.ads.AdsOfDay;
import io.asktrail.demo.ads.CampaignDay;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;

/** The campaigns' figures by day. Reports over the same days find them made; the days least asked for go first. */
final class Days {
    /** About a hundred bytes each: the retained window of the demo, and a few days of a demo a hundred times larger. */
    private static final int MOST_ROWS = 60_000;

    private final AdsOfDay ads;
    private final LinkedHashMap<LocalDate, List<CampaignDay>> recent = new LinkedHashMap<>(128, 0.75f, true);
    private int rows;

    Days(World world) {
        this.ads = new AdsOfDay(world);
    }

    List<CampaignDay> on(LocalDate day) {
        synchronized (recent) {
            var known = recent.get(day);
            if (known != null) {
                return known;
            }
        }
        var made = ads.on(day);
        keep(day, made);
        return made;
    }

    private void keep(LocalDate day, List<CampaignDay> made) {
        synchronized (recent) {
            if (made.size() > MOST_ROWS || recent.putIfAbsent(day, made) != null) {
                return;
            }
            rows += made.size();
            var eldest = recent.entrySet().iterator();
            while (rows > MOST_ROWS) {
                rows -= eldest.next().getValue().size();
                eldest.remove();
            }
        }
    }
}
