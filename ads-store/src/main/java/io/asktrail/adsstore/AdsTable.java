package io.asktrail.adsstore;

import java.util.List;
import java.util.stream.Stream;

/** The tables of facts by day: what each has beside date, profile, channel, campaign and the measures. */
public enum AdsTable {
    CAMPAIGN_DAILY("campaign_daily", List.of(), List.of("budget")),
    PRODUCT_DAILY("product_daily", List.of("sku"), List.of()),
    TARGETING_DAILY("targeting_daily", List.of("ad_group", "keyword", "match_type"), List.of()),
    SEARCH_TERM_DAILY("search_term_daily", List.of("ad_group", "keyword", "match_type", "search_term"), List.of()),
    PLACEMENT_DAILY("placement_daily", List.of("placement"), List.of());

    private static final List<String> ROW_OF = List.of("date", "profile_id", "channel", "campaign_id");
    static final List<String> MEASURES = List.of(
            "impressions", "clicks", "cost", "attributed_sales", "attributed_orders", "attributed_units", "ntb_orders");

    private final String sqlName;
    private final List<String> details;
    private final List<String> more;

    AdsTable(String sqlName, List<String> details, List<String> more) {
        this.sqlName = sqlName;
        this.details = details;
        this.more = more;
    }

    /** Without the schema, which is {@code ads}. */
    public String sqlName() {
        return sqlName;
    }

    String qualified() {
        return "ads." + sqlName;
    }

    /** In the order that a row is written. */
    List<String> columns() {
        return Stream.of(ROW_OF, details, MEASURES, more).flatMap(List::stream).toList();
    }

    /** What makes a row unique. */
    List<String> key() {
        return Stream.concat(Stream.of("date", "campaign_id"), details.stream()).toList();
    }

    /** Those that two rows of one key add up; a budget is no sum. */
    List<String> more() {
        return more;
    }
}
