package io.asktrail.demo.ads;

/** A finer row of a campaign's day: which report it stands in, and its part of the campaign's figures. */
public sealed interface Detail {

    Measures measures();

    /** One advertised product. */
    record OfProduct(String sku, Measures measures) implements Detail {}

    /** One keyword. */
    record OfTarget(String adGroup, String keyword, String matchType, Measures measures) implements Detail {}

    /** One thing that people typed, by the keyword that caught it. */
    record OfSearchTerm(OfTarget target, String searchTerm, Measures measures) implements Detail {}

    /** One part of the page. */
    record OfPlacement(String placement, Measures measures) implements Detail {}
}
