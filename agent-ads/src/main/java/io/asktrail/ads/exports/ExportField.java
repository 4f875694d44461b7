package io.asktrail.ads.exports;

import java.util.List;

/** The columns that are read, by the names the console gives them once {@link HeaderText} has made them plain. */
enum ExportField {
    DATE("Date", "date", "day"),
    START_DATE("Start Date", "start date"),
    END_DATE("End Date", "end date"),
    CURRENCY("Currency", "currency"),
    PROGRAM("Program Type", "program type", "campaign type"),
    CAMPAIGN_ID("Campaign ID", "campaign id"),
    CAMPAIGN("Campaign Name", "campaign name", "campaign"),
    STATUS("Status", "status", "campaign status"),
    BUDGET("Budget", "budget", "daily budget", "campaign daily budget"),
    AD_GROUP("Ad Group Name", "ad group name", "ad group"),
    TARGETING("Targeting", "targeting"),
    MATCH_TYPE("Match Type", "match type"),
    SEARCH_TERM("Customer Search Term", "customer search term"),
    SKU("Advertised SKU", "advertised sku"),
    ASIN("Advertised ASIN", "advertised asin"),
    PURCHASED_ASIN("Purchased ASIN", "purchased asin"),
    PLACEMENT("Placement", "placement"),
    IMPRESSIONS("Impressions", "impressions"),
    CLICKS("Clicks", "clicks"),
    SPEND("Spend", "spend"),
    SALES("Total Sales", "7 day total sales", "14 day total sales"),
    ORDERS("Total Orders (#)", "7 day total orders", "14 day total orders"),
    UNITS("Total Units (#)", "7 day total units", "14 day total units"),
    NTB_ORDERS("New-to-brand Orders (#)", "14 day new-to-brand orders");

    private final String title;
    private final List<String> names;

    ExportField(String title, String... names) {
        this.title = title;
        this.names = List.of(names);
    }

    /** As a person looks for it in the file. */
    String title() {
        return title;
    }

    /** Plain, the preferred first. */
    List<String> names() {
        return names;
    }
}
