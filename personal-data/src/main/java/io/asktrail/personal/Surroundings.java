package io.asktrail.personal;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words right before and after a number: they tell what kind of number it is where its digits do not. */
final class Surroundings {
    private static final int NEARBY = 48;
    private static final String LINK = "(?:\\s+(?:id|ids|no|nos|number|num|code|ref))?\\.?\\s*"
            + "(?:(?:is|was|were|are|of|at|to|=|:|#|-|\\()\\s*){0,3}[\"'`]?$";

    private static final Pattern IDENTIFIER =
            before("order|orders|invoice|campaign|campaigns|ad\\s?group|adgroup|keyword|"
                    + "target|portfolio|profile|sku|skus|asin|asins|ean|upc|gtin|isbn|barcode|hsn|item|product|listing|batch|"
                    + "shipment|tracking|awb|parcel|transaction|txn|utr|ref|reference|ticket|request|trace|span|step|answer|"
                    + "id|ids|version|port|pid");
    private static final Pattern AMOUNT_BEFORE = before("impressions?|clicks?|views|sessions|units|spend|spent|sales|"
            + "revenue|budget|cost|costs|gmv|refunds|profit|total|totals|qty|quantity|count|rows|amount|price|worth|"
            + "visits|reach|customers|epoch|timestamp|₹|\\brs|inr|usd|eur|gbp|aed|\\$|€|£");
    private static final Pattern AMOUNT_AFTER = Pattern.compile("^[\"'`)]?\\s*(?:%|₹|€|"
            + "(?:impressions?|clicks?|views|sessions|units?|orders|rows|pieces|pcs|times|lakhs?|crores?|cr|rupees?|"
            + "paise|paisa|rs|inr|usd|eur|gbp|aed|dollars|kg|grams?|ms|seconds|bytes|visits|customers|shoppers|people|"
            + "items|sales|million|thousand|percent|per\\s?cent)\\b)");
    private static final Pattern PERSONAL_BEFORE =
            before("phone|phones|mobile|mob|mo|cell|tel|telephone|ph|call|called|"
                    + "whatsapp|wa|sms|contact|fax|dial|aadhaar|aadhar|adhaar|uid|uidai|card|cards|visa|mastercard|rupay|amex|"
                    + "debit|credit|pan|gstin|gst|फ़ोन|फोन|मोबाइल|आधार");

    private static final Pattern GROUPED = Pattern.compile("[0-9][ .()-]+[0-9]");

    private final String before;
    private final String after;
    private final boolean grouped;

    Surroundings(String text, int from, int to) {
        this.grouped = GROUPED.matcher(text.substring(from, to)).find();
        this.before = text.substring(Math.max(0, from - NEARBY), from).toLowerCase(Locale.ROOT);
        this.after = text.substring(to, Math.min(text.length(), to + NEARBY)).toLowerCase(Locale.ROOT);
    }

    private static Pattern before(String words) {
        return Pattern.compile("(?:^|[^\\p{L}\\p{N}])(?:" + words + ")" + LINK);
    }

    /** Whether a word says that a person's number follows. */
    boolean announcePerson() {
        return PERSONAL_BEFORE.matcher(before).find();
    }

    /** Whether the words speak of a quantity, an amount or the id of a thing; nobody writes those in groups of digits. */
    boolean announceThing() {
        return !grouped
                && !announcePerson()
                && (IDENTIFIER.matcher(before).find()
                        || AMOUNT_BEFORE.matcher(before).find()
                        || AMOUNT_AFTER.matcher(after).find());
    }

    /** Whether it is a whole word, not the inside of a longer code, path or decimal. */
    boolean standAlone() {
        return beginsAlone() && endsAlone();
    }

    private boolean beginsAlone() {
        if (before.isEmpty()) {
            return true;
        }
        var last = before.charAt(before.length() - 1);
        return switch (last) {
            case '-' -> announcePerson() || before.length() < 2 || isSpace(before.charAt(before.length() - 2));
            case '.', ',' -> before.length() < 2 || !Character.isDigit(before.charAt(before.length() - 2));
            case '_', '/', '+', '₹', '$', '€', '£' -> false;
            default -> !Character.isLetterOrDigit(last);
        };
    }

    private boolean endsAlone() {
        if (after.isEmpty()) {
            return true;
        }
        var first = after.charAt(0);
        return switch (first) {
            case '-', '.', ',', '/', ':' ->
                after.length() < 2
                        || !Character.isLetterOrDigit(after.charAt(1))
                        || (first != '-' && Character.isLetter(after.charAt(1)));
            case '_', '%' -> false;
            default -> !Character.isLetterOrDigit(first);
        };
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || character == '(';
    }
}
