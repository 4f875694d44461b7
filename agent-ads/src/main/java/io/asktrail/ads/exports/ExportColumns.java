package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which report a file holds and where its columns stand.
 *
 * @param header as written, for messages
 * @param attributionDays after how many days a sale still counts for a click, as the columns' names say: 7 or 14
 */
record ExportColumns(AdsReport report, Map<ExportField, Integer> places, List<String> header, int attributionDays) {
    private static final String EXPECTED =
            "Expected is a daily report of Sponsored Products (campaign, advertised product,"
                    + " targeting, search term, placement), of Sponsored Brands (campaign, keyword) or of Sponsored Display"
                    + " (campaign, advertised product) with the columns Date, Campaign Name, Impressions, Clicks, Spend and"
                    + " '7 Day Total Sales' or '14 Day Total Sales'";

    ExportColumns {
        places = Map.copyOf(places);
        header = List.copyOf(header);
    }

    /**
     * @param firstRow the cells beneath the header; empty if there are none
     * @param told the channel that the user named; null if none
     * @throws ExportException if it is no report that the store keeps, or one without days
     */
    static ExportColumns recognise(List<String> header, List<String> firstRow, @Nullable AdChannel told) {
        var plain = header.stream().map(HeaderText::plain).toList();
        var places = places(plain);
        refuseWhatCannotBe(header, places);
        var shape = ReportShape.of(places.keySet()).orElseThrow(() -> unknown(header));
        var program = Optional.ofNullable(places.get(ExportField.PROGRAM))
                .filter(place -> place < firstRow.size())
                .map(firstRow::get)
                .orElse(null);
        var found = ChannelMarks.find(plain, program);
        if (told != null && found.isPresent() && found.get() != told) {
            throw new ExportException("The file's columns are those of %s, not of %s. Leave out --channel %s."
                    .formatted(Words.of(found.get()), Words.of(told), told));
        }
        var channel = found.or(() -> Optional.ofNullable(told))
                .orElseThrow(() -> new ExportException(
                        "This is a %s report, but its columns do not say whether of Sponsored".formatted(shape.title())
                                + " Products, Brands or Display. Add --channel SP, SB or SD."));
        var report = shape.of(channel)
                .orElseThrow(() -> new ExportException(
                        "Asktrail keeps no %s of %s. %s.".formatted(shape.title(), Words.of(channel), EXPECTED)));
        return new ExportColumns(report, places, header, plain.contains("7 day total sales") ? 7 : 14);
    }

    private static void refuseWhatCannotBe(List<String> header, Map<ExportField, Integer> places) {
        var missing = ReportShape.ALWAYS.stream()
                .filter(field -> !places.containsKey(field))
                .map(ExportField::title)
                .toList();
        if (places.containsKey(ExportField.PURCHASED_ASIN)) {
            throw new ExportException("This is a purchased product report: it tells the sales of other reports again."
                    + " Load the advertised product report instead.");
        }
        if (!missing.isEmpty()) {
            throw unknown(header);
        }
        if (!places.containsKey(ExportField.DATE)) {
            var summary = places.containsKey(ExportField.START_DATE) || places.containsKey(ExportField.END_DATE);
            throw new ExportException((summary
                            ? "This export sums up a period (Start Date, End Date) and has no column Date: spread over"
                                    + " its days the numbers would be invented."
                            : "This export has no column Date, so nobody can tell which day its numbers are of.")
                    + " In the console choose the time unit Daily, download it again, and load that.");
        }
        if (!places.containsKey(ExportField.SALES) || !places.containsKey(ExportField.ORDERS)) {
            throw unknown(header);
        }
    }

    private static ExportException unknown(List<String> header) {
        var shown = new ArrayList<>(header.subList(0, Math.min(header.size(), 40)));
        return new ExportException("This is no report that Asktrail knows. Its columns are: %s. %s."
                .formatted(String.join(", ", shown.stream().map(String::strip).toList()), EXPECTED));
    }

    private static Map<ExportField, Integer> places(List<String> plain) {
        var places = new EnumMap<ExportField, Integer>(ExportField.class);
        for (var field : ExportField.values()) {
            field.names().stream()
                    .mapToInt(plain::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(field, place));
        }
        return places;
    }

    boolean has(ExportField field) {
        return places.containsKey(field);
    }

    /** The column's name as the file writes it. */
    String written(ExportField field) {
        @Nullable Integer place = places.get(field);
        return place == null
                ? field.title()
                : header.get(place).replace("\uFEFF", "").strip();
    }
}
