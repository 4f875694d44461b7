package io.asktrail.ads.amazon;

/** What a column of a report means to the store. */
enum ReportColumn {
    DATE,
    CAMPAIGN_ID,
    SKU,
    AD_GROUP,
    KEYWORD,
    MATCH_TYPE,
    SEARCH_TERM,
    PLACEMENT,
    IMPRESSIONS,
    CLICKS,
    COST,
    SALES,
    ORDERS,
    UNITS,
    NTB_ORDERS,
    BUDGET
}
