package io.asktrail.demo.ads;

import java.util.List;

/** What a campaign bids on: a keyword in an ad group, with the search terms that it catches. */
record Target(String adGroup, String keyword, String matchType, long interest, List<String> searchTerms) {
    Target {
        searchTerms = List.copyOf(searchTerms);
    }
}
