package io.asktrail.composer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what a Hindi text still says in English. */
final class HindiWords {
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,})*");

    /** Names: of a source that the registry does not have, the zone, the ad products, members, ids. */
    private static final Pattern NAMES = Pattern.compile("Orders \\(test\\)|Asia/Kolkata"
            + "|Sponsored (?:Products|Brands|Display)|\\b(?:SP|SB|SD|Delhi)\\b|step\\d");

    private HindiWords() {}

    /** Words in Latin letters that are not the name of something. */
    static List<String> latin(String text) {
        return LATIN.matcher(NAMES.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
