package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdMeasures;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.AdsTable;
import io.asktrail.adsstore.StoredCampaign;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines beneath the header. It remembers the currency of the first and holds the others to it. */
final class RowReader {
    private static final Pattern TOTAL = Pattern.compile("(?i)(grand |sub)?totals?:?");

    private final ExportColumns columns;
    private final Days days;
    private @Nullable String currency;

    RowReader(ExportColumns columns, Days days) {
        this.columns = columns;
        this.days = days;
    }

    sealed interface Outcome {
        record Row(ExportRow row) implements Outcome {}

        /** A row that adds up the others. */
        record Total(BigDecimal spend) implements Outcome {}

        record Blank() implements Outcome {}

        /** @param column the column's name as the file writes it */
        record Fault(long line, String column, String text, String expected) implements Outcome {}
    }

    /** ISO 4217; empty as long as no row has named one. */
    Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    Outcome read(Line line) {
        if (line.isEmpty()) {
            return new Outcome.Blank();
        }
        var cursor = new Cursor(line);
        try {
            return isTotal(line) ? new Outcome.Total(cursor.money(ExportField.SPEND)) : new Outcome.Row(row(cursor));
        } catch (CellException e) {
            return new Outcome.Fault(
                    line.number(), columns.written(cursor.at), cursor.text, String.valueOf(e.getMessage()));
        }
    }

    private boolean isTotal(Line line) {
        var campaign = line.cell(place(ExportField.CAMPAIGN)).strip();
        var date = line.cell(place(ExportField.DATE)).strip();
        var named = line.cells().stream()
                .anyMatch(cell -> TOTAL.matcher(cell.strip()).matches());
        return named && (date.isEmpty() || TOTAL.matcher(date).matches()) || date.isEmpty() && campaign.isEmpty();
    }

    private ExportRow row(Cursor cursor) {
        noteCurrency(cursor);
        var date = days.read(cursor.needed(ExportField.DATE));
        noteProgram(cursor);
        var campaign = new ExportRow.CampaignName(
                cursor.needed(ExportField.CAMPAIGN), id(cursor), status(cursor), budget(cursor));
        return new ExportRow(date, campaign, details(cursor), measures(cursor));
    }

    private void noteCurrency(Cursor cursor) {
        var named = CurrencyMark.in(cursor.text(ExportField.CURRENCY))
                .or(() -> CurrencyMark.in(cursor.text(ExportField.SPEND)));
        if (named.isEmpty()) {
            return;
        }
        if (currency == null) {
            currency = named.get();
            days.currency(currency);
        } else if (!currency.equals(named.get())) {
            throw new CellException(
                    "%s as in the rows before: different currencies are never added up".formatted(currency));
        }
    }

    private void noteProgram(Cursor cursor) {
        var told = ChannelMarks.ofProgram(cursor.text(ExportField.PROGRAM));
        if (told.isPresent() && told.get() != columns.report().channel()) {
            throw new CellException("%s as in the first row: load each kind of campaign from a file of its own"
                    .formatted(Words.of(columns.report().channel())));
        }
    }

    private static @Nullable Long id(Cursor cursor) {
        var text = cursor.text(ExportField.CAMPAIGN_ID);
        if (Amounts.isBlank(text)) {
            return null;
        }
        try {
            var id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw new CellException(
                    "an id in digits: a spreadsheet may have rounded it, so take the file as downloaded");
        }
        throw new CellException("an id in digits");
    }

    private static StoredCampaign.@Nullable Status status(Cursor cursor) {
        return switch (cursor.text(ExportField.STATUS).toLowerCase(Locale.ROOT)) {
            case "enabled", "delivering", "running", "active" -> StoredCampaign.Status.ENABLED;
            case "paused", "campaign paused" -> StoredCampaign.Status.PAUSED;
            case "archived", "ended", "campaign archived" -> StoredCampaign.Status.ARCHIVED;
            default -> null;
        };
    }

    private static @Nullable BigDecimal budget(Cursor cursor) {
        return Amounts.isBlank(cursor.text(ExportField.BUDGET)) ? null : cursor.money(ExportField.BUDGET);
    }

    private ExportRow.Details details(Cursor cursor) {
        var table = columns.report().table();
        var targeted = table == AdsTable.TARGETING_DAILY || table == AdsTable.SEARCH_TERM_DAILY;
        return new ExportRow.Details(
                targeted ? cursor.text(ExportField.AD_GROUP) : "",
                targeted ? cursor.needed(ExportField.TARGETING) : "",
                targeted ? match(cursor) : AdsRow.MatchType.AUTO,
                table == AdsTable.SEARCH_TERM_DAILY ? cursor.needed(ExportField.SEARCH_TERM) : "",
                table == AdsTable.PRODUCT_DAILY ? product(cursor) : "",
                table == AdsTable.PLACEMENT_DAILY ? placement(cursor.needed(ExportField.PLACEMENT)) : "");
    }

    // A vendor's files have no SKU.
    private static String product(Cursor cursor) {
        var sku = cursor.text(ExportField.SKU);
        return Amounts.isBlank(sku) ? cursor.needed(ExportField.ASIN) : sku;
    }

    // A word that is new here is a slip of a spreadsheet as likely as a new match type, so that a person has to look.
    private static AdsRow.MatchType match(Cursor cursor) {
        var target = cursor.needed(ExportField.TARGETING);
        var called = cursor.text(ExportField.MATCH_TYPE);
        return switch (called.toUpperCase(Locale.ROOT)) {
            case "EXACT", "PHRASE", "BROAD", "THEME", "TARGETING_EXPRESSION", "TARGETING_EXPRESSION_PREDEFINED" ->
                AdsRow.MatchType.ofAmazon(called, target);
            case "", "-", "–", "—", "N/A" -> AdsRow.MatchType.ofAmazon(null, target);
            case "AUTO" -> AdsRow.MatchType.AUTO;
            default -> throw new CellException("EXACT, PHRASE, BROAD or -");
        };
    }

    // As the store writes them; a place that is new at Amazon's keeps its name.
    private static String placement(String written) {
        var plain = written.toLowerCase(Locale.ROOT);
        if (plain.startsWith("top of search")) {
            return "Top of Search";
        }
        if (plain.startsWith("detail page") || plain.startsWith("product page")) {
            return "Detail Page";
        }
        if (plain.startsWith("other") || plain.startsWith("rest of search")) {
            return "Rest of Search";
        }
        return plain.startsWith("off amazon") || plain.startsWith("off-amazon") ? "Off Amazon" : written;
    }

    private static AdMeasures measures(Cursor cursor) {
        return new AdMeasures(
                cursor.count(ExportField.IMPRESSIONS),
                cursor.count(ExportField.CLICKS),
                cursor.money(ExportField.SPEND),
                cursor.money(ExportField.SALES),
                cursor.count(ExportField.ORDERS),
                cursor.count(ExportField.UNITS),
                cursor.count(ExportField.NTB_ORDERS));
    }

    private int place(ExportField field) {
        @Nullable Integer place = columns.places().get(field);
        return place == null ? Integer.MAX_VALUE : place;
    }

    /** Remembers which cell was read last, for a fault's sake. */
    private final class Cursor {
        private final Line line;
        private ExportField at = ExportField.DATE;
        private String text = "";

        Cursor(Line line) {
            this.line = line;
        }

        /** Empty if the report has no such column. */
        String text(ExportField field) {
            at = field;
            var place = place(field);
            text = line.cell(place).strip();
            if (place != Integer.MAX_VALUE && place >= line.cells().size() && ReportShape.ALWAYS.contains(field)) {
                throw new CellException("a value: the line ends before it");
            }
            return text;
        }

        String needed(ExportField field) {
            var value = text(field);
            if (value.isEmpty()) {
                throw new CellException("not empty");
            }
            return value;
        }

        BigDecimal money(ExportField field) {
            return Amounts.money(text(field));
        }

        long count(ExportField field) {
            return Amounts.count(text(field));
        }
    }

    /** Sentences for a person, the first few; each names line, column and what belongs there. */
    static String sentence(List<Outcome.Fault> faults, long inAll) {
        var text = new StringBuilder();
        for (var fault : faults) {
            text.append("%n  line %d, column '%s': '%s' should be %s"
                    .formatted(
                            fault.line(),
                            fault.column(),
                            fault.text().length() > 60 ? fault.text().substring(0, 60) + "…" : fault.text(),
                            fault.expected()));
        }
        if (inAll > faults.size()) {
            text.append("%n  and %,d more".formatted(inAll - faults.size()));
        }
        return text.toString();
    }
}
