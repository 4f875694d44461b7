package io.asktrail.ads.exports;

import io.asktrail.adsstore.ExportedIds;
import io.asktrail.adsstore.StoredCampaign;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the first reading of a file finds: whether all of it can be loaded, and what has to be known before it is. */
final class Survey {
    private static final int FAULTS_SHOWN = 5;

    private final Map<String, Campaign> campaigns = new LinkedHashMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final List<RowReader.Outcome.Fault> faults = new ArrayList<>();
    private long faultCount;
    private long blank;
    private long totalRows;
    private BigDecimal totalRowsSpend = BigDecimal.ZERO;
    private Totals totals = Totals.NONE;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /** Sums over the file's rows. */
    record Totals(long rows, long impressions, long clicks, BigDecimal spend, BigDecimal sales, long orders) {
        static final Totals NONE = new Totals(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Totals plus(ExportRow row) {
            var more = row.measures();
            return new Totals(
                    rows + 1,
                    impressions + more.impressions(),
                    clicks + more.clicks(),
                    spend.add(more.cost()),
                    sales.add(more.sales()),
                    orders + more.orders());
        }
    }

    /**
     * A campaign of the file.
     *
     * @param status of its last day; null if the report has none
     * @param lastDay the last day it is in the file
     */
    record Campaign(
            String name,
            @Nullable Long id,
            StoredCampaign.@Nullable Status status,
            @Nullable BigDecimal budget,
            LocalDate lastDay) {
        static Campaign of(ExportRow row) {
            var named = row.campaign();
            return new Campaign(
                    ExportedIds.plain(named.name()), named.id(), named.status(), named.budget(), row.date());
        }
    }

    static Survey of(Lines lines, RowReader reader) {
        var survey = new Survey();
        while (lines.hasNext()) {
            survey.note(reader.read(lines.next()));
        }
        return survey;
    }

    private void note(RowReader.Outcome outcome) {
        switch (outcome) {
            case RowReader.Outcome.Row(var row) -> note(row);
            case RowReader.Outcome.Blank _ -> blank++;
            case RowReader.Outcome.Total(var spend) -> {
                totalRows++;
                totalRowsSpend = spend;
            }
            case RowReader.Outcome.Fault fault -> {
                faultCount++;
                if (faults.size() < FAULTS_SHOWN) {
                    faults.add(fault);
                }
            }
        }
    }

    private void note(ExportRow row) {
        totals = totals.plus(row);
        days.add(row.date());
        first = first == null || row.date().isBefore(first) ? row.date() : first;
        last = last == null || row.date().isAfter(last) ? row.date() : last;
        campaigns.merge(
                key(row.campaign()),
                Campaign.of(row),
                (known, seen) -> seen.lastDay().isBefore(known.lastDay()) ? known : seen);
    }

    /** What makes two rows the same campaign's: Amazon's id where the file has it, else the name. */
    static String key(ExportRow.CampaignName campaign) {
        return campaign.id() == null ? ExportedIds.plain(campaign.name()) : "#" + campaign.id();
    }

    /** @throws ExportException if a line cannot be read or there is none */
    void refuseFaults(String file) {
        if (faultCount > 0) {
            throw new ExportException("%s cannot be loaded; nothing was. Put right or download again:%s"
                    .formatted(file, RowReader.sentence(faults, faultCount)));
        }
        if (first == null) {
            throw new ExportException("%s has a header and no rows beneath it. Nothing was loaded.".formatted(file));
        }
    }

    Collection<Map.Entry<String, Campaign>> campaigns() {
        return campaigns.entrySet();
    }

    Totals totals() {
        return totals;
    }

    LocalDate first() {
        return Optional.ofNullable(first).orElseThrow();
    }

    LocalDate last() {
        return Optional.ofNullable(last).orElseThrow();
    }

    int daysWithRows() {
        return days.size();
    }

    long blank() {
        return blank;
    }

    long totalRows() {
        return totalRows;
    }

    /** By how much a single total row and the rows disagree; empty if they agree or there is not just one. */
    Optional<BigDecimal> missingFromRows() {
        var difference = totalRowsSpend.subtract(totals.spend());
        var noise = new BigDecimal("0.005").multiply(BigDecimal.valueOf(totals.rows() + 1));
        return totalRows == 1
                        && totalRowsSpend.signum() != 0
                        && difference.abs().compareTo(noise) > 0
                ? Optional.of(difference)
                : Optional.empty();
    }
}
