package io.asktrail.guardrails.pii;

import io.asktrail.guardrails.pii.PersonalData.Found;
import io.asktrail.guardrails.pii.PersonalData.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How each kind is recognised: by its shape, and by its check digit where it has one, so that order ids, SKUs and
 * amounts stay readable.
 */
record Detectors(Pattern shape, Predicate<String> check) {
    private static final String ALONE = "(?<![\\w.,+₹-])";
    private static final String ENDS = "(?![\\w-]|[.,]\\d)";

    private static final Detectors MAIL =
            new Detectors(Pattern.compile("[\\w.+%-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z]{2,24}"), _ -> true);
    private static final Detectors GSTIN = new Detectors(
            Pattern.compile("(?<!\\w)\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z](?!\\w)", Pattern.CASE_INSENSITIVE),
            CheckDigits::gstin);
    private static final Detectors PAN = new Detectors(
            Pattern.compile("(?<![\\w-])[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z](?![\\w-])", Pattern.CASE_INSENSITIVE),
            _ -> true);
    private static final Detectors CARD = new Detectors(
            Pattern.compile(ALONE + "(?:[2-6]\\d{3}([ -]?)\\d{4}\\1\\d{4}\\1\\d{1,7}|3[47]\\d{2}([ -]?)\\d{6}\\2\\d{5})"
                    + ENDS),
            CheckDigits::luhn);
    private static final Detectors AADHAAR =
            new Detectors(Pattern.compile(ALONE + "[2-9]\\d{3}([ -]?)\\d{4}\\1\\d{4}" + ENDS), CheckDigits::verhoeff);
    private static final Detectors PHONE = new Detectors(
            Pattern.compile("(?<![\\w.,₹-])(?:\\+91[ -]?|91[ -]|0)?[6-9]\\d{4}[ -]?\\d{5}" + ENDS), _ -> true);

    static Detectors of(Kind kind) {
        return switch (kind) {
            case MAIL -> MAIL;
            case GSTIN -> GSTIN;
            case PAN -> PAN;
            case CARD -> CARD;
            case AADHAAR -> AADHAAR;
            case PHONE -> PHONE;
        };
    }

    List<Found> find(Kind kind, String text) {
        return shape.matcher(text)
                .results()
                .filter(match -> check.test(match.group()))
                .map((MatchResult match) -> new Found(kind, match.start(), match.end()))
                .toList();
    }
}
