package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.ExportedIds;
import io.asktrail.adsstore.Restatement;
import io.asktrail.adsstore.StoredProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a load did. */
sealed interface ImportReport {

    /** The same content was loaded for the same account before; nothing changed. */
    record LoadedBefore(AdsReport report) implements ImportReport {}

    /**
     * @param days how many days were written, quiet ones among them
     * @param kept the days that stay as Amazon's API gave them
     * @param restated the days that had been there with other totals
     * @param spendNotInRows by how much the file's total row exceeds its rows; null if they agree or there is none
     */
    record Loaded(
            ExportColumns columns,
            StoredProfile account,
            LocalDate first,
            LocalDate last,
            Survey.Totals totals,
            int days,
            List<LocalDate> kept,
            List<Restatement> restated,
            int campaignsMatched,
            int campaignsByName,
            long blankRows,
            long totalRows,
            @Nullable BigDecimal spendNotInRows,
            List<Reconciliation> reconciled)
            implements ImportReport {
        public Loaded {
            kept = List.copyOf(kept);
            restated = List.copyOf(restated);
            reconciled = List.copyOf(reconciled);
        }
    }

    /** For a terminal. */
    default String text(String file) {
        return switch (this) {
            case LoadedBefore before ->
                "%s (%s) was loaded before; nothing changed.%n".formatted(file, Words.of(before.report()));
            case Loaded loaded -> new ReportText().of(file, loaded);
        };
    }

    /** Builds the text of a load, line by line. */
    final class ReportText {
        private static final int MOST_DAYS = 10;

        private final StringBuilder text = new StringBuilder();

        private String of(String file, Loaded loaded) {
            var totals = loaded.totals();
            var currency = loaded.account().currency();
            line(
                    "%s: %s, %,d rows of %s to %s, for %s.",
                    file,
                    Words.of(loaded.columns().report()),
                    totals.rows(),
                    loaded.first(),
                    loaded.last(),
                    name(loaded.account()));
            line(
                    "  %s %,.2f spend, %,d clicks, %,d impressions; %,d orders and %s %,.2f sales within %d days.",
                    currency,
                    totals.spend(),
                    totals.clicks(),
                    totals.impressions(),
                    totals.orders(),
                    currency,
                    totals.sales(),
                    loaded.columns().attributionDays());
            line(
                    "  %,d days written; %,d had other totals before.",
                    loaded.days(), loaded.restated().size());
            for (var day : first(loaded.restated())) {
                line(
                        "    %s: spend %,.2f before, %,.2f now",
                        day.day(), day.before().cost(), day.after().cost());
            }
            line(
                    "  Campaigns: %,d found in the store, %,d known by their names alone.",
                    loaded.campaignsMatched(), loaded.campaignsByName());
            aside(loaded);
            notes(loaded);
            loaded.reconciled().forEach(this::reconciled);
            return text.toString();
        }

        private static String name(StoredProfile account) {
            return ExportedIds.isExported(account.id())
                    ? "the account of exports in " + account.currency()
                    : "account %d (%s)".formatted(account.id(), account.accountName());
        }

        private void aside(Loaded loaded) {
            if (!loaded.kept().isEmpty()) {
                line(
                        "  Set aside: %,d days that Amazon's API gave (%s to %s); they stay as they were.",
                        loaded.kept().size(),
                        loaded.kept().getFirst(),
                        loaded.kept().getLast());
            }
            if (loaded.totalRows() > 0) {
                line("  Set aside: %,d total rows, which add up the others.", loaded.totalRows());
            }
            if (loaded.blankRows() > 0) {
                line("  Set aside: %,d empty rows.", loaded.blankRows());
            }
        }

        private void notes(Loaded loaded) {
            if (loaded.spendNotInRows() != null) {
                line(
                        "  Careful: the total row is %,.2f of spend away from the rows; the file may be cut.",
                        loaded.spendNotInRows());
            }
            if (!loaded.columns().has(ExportField.UNITS)) {
                line("  This report has no units; they are 0 on its days.");
            }
            if (loaded.columns().report().channel() == AdChannel.SP
                    && loaded.columns().attributionDays() != 7) {
                line("  Its sales count 14 days after a click, as for vendors; a seller's count 7.");
            }
        }

        private void reconciled(Reconciliation with) {
            if (with.differing().isEmpty()) {
                line("  Agrees with %s on all %,d common days.", Words.of(with.other()), with.agreeing());
                return;
            }
            line(
                    "  Differs from %s on %,d of %,d common days:",
                    Words.of(with.other()),
                    with.differing().size(),
                    with.differing().size() + with.agreeing());
            for (var day : first(with.differing())) {
                line(
                        "    %s: spend %,.2f here, %,.2f there; clicks %,d here, %,d there",
                        day.day(), day.spend(), day.otherSpend(), day.clicks(), day.otherClicks());
            }
        }

        private <T> List<T> first(List<T> days) {
            return days.subList(0, Math.min(MOST_DAYS, days.size()));
        }

        private void line(String format, @Nullable Object... values) {
            text.append(String.format(Locale.ENGLISH, format, values)).append(System.lineSeparator());
        }
    }
}
