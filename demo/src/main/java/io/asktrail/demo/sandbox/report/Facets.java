package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.ads.Detail;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Amazon calls the parts of a row. A part that the row does not have is null. */
final class Facets {
    private static final String AUTOMATIC = "TARGETING_EXPRESSION_PREDEFINED";

    private Facets() {}

    static @Nullable String placement(ReportRow row) {
        return row.detail() instanceof Detail.OfPlacement(var placement, var _)
                ? switch (placement) {
                    case "Top of Search", "Detail Page" -> placement + " on-Amazon";
                    case "Rest of Search" -> "Other on-Amazon";
                    default -> placement;
                }
                : null;
    }

    static @Nullable String sku(ReportRow row) {
        return row.detail() instanceof Detail.OfProduct(var sku, var _) ? sku : null;
    }

    static @Nullable String asin(ReportRow row) {
        var sku = sku(row);
        return sku == null ? null : Ids.asin(sku);
    }

    static @Nullable String keyword(ReportRow row) {
        var target = target(row);
        return target == null ? null : target.keyword();
    }

    static @Nullable String searchTerm(ReportRow row) {
        return row.detail() instanceof Detail.OfSearchTerm term ? term.searchTerm() : null;
    }

    /** The match types of keywords; an automatic target is an expression that Amazon has defined. */
    static @Nullable String matchType(ReportRow row) {
        var target = target(row);
        if (target == null) {
            return null;
        }
        return target.matchType().equals("auto")
                ? AUTOMATIC
                : target.matchType().toUpperCase(Locale.ROOT);
    }

    /** Products are advertised in one ad group of each campaign, keywords are in one for each match type. */
    static String adGroup(ReportRow row) {
        var target = target(row);
        return target == null ? "Products" : target.adGroup();
    }

    static long adGroupId(ReportRow row) {
        return Ids.of(row.campaign().id(), "ad group", adGroup(row));
    }

    static long adId(ReportRow row) {
        return Ids.of(row.campaign().id(), "ad", Objects.requireNonNullElse(sku(row), ""));
    }

    static @Nullable Long keywordId(ReportRow row) {
        var target = target(row);
        return target == null ? null : Long.valueOf(Ids.of(row.campaign().id(), target.matchType(), target.keyword()));
    }

    private static Detail.@Nullable OfTarget target(ReportRow row) {
        return switch (row.detail()) {
            case Detail.OfTarget target -> target;
            case Detail.OfSearchTerm term -> term.target();
            case null, default -> null;
        };
    }
}
