package io.asktrail.personal;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises a kind by its shape, by its check digit where it has one, and by the words around it, so that order ids, SKUs
 * and amounts stay readable.
 */
record ShapeDetector(Pattern shape, Predicate<String> check) implements Detector {
    private static final String GAP = "[ .-]?";
    private static final int USUAL_CARD = 16;

    static final Detector MAIL = new ShapeDetector(
            Pattern.compile("[\\p{L}\\p{N}_+][\\p{L}\\p{M}\\p{N}_.+%'-]{0,63}(?:@|\\s?[\\[({]\\s?at\\s?[\\])}]\\s?)"
                    + "(?:[\\p{L}\\p{M}\\p{N}-]{1,63}(?:\\.|\\s?[\\[({]\\s?dot\\s?[\\])}]\\s?))+"
                    + "\\p{L}[\\p{L}\\p{M}]{1,23}"),
            _ -> true);
    static final Detector GSTIN = whole(
            "[0-39][0-9]" + GAP + "[A-Za-z]{5}" + GAP + "[0-9]{4}" + GAP + "[A-Za-z]" + GAP + "[1-9A-Za-z]" + GAP
                    + "[ZCDzcd]" + GAP + "[0-9A-Za-z]",
            text -> CheckDigits.gstin(text.replaceAll("[ .-]", "")));
    static final Detector PAN = whole(
            "[A-Za-z]{3}[ABCFGHLJPTabcfghljpt][A-Za-z]" + GAP + "[0-9]{4}" + GAP + "[A-Za-z]", ShapeDetector::oneCase);
    static final Detector AADHAAR = number("[2-9][0-9]{3}([ .-]{0,3})[0-9]{4}\\1[0-9]{4}", CheckDigits::verhoeff);
    static final Detector CARD = number(
            "[2-68][0-9]{3}([ .-]?)(?:[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,7}|[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,3}"
                    + "|[0-9]{6}\\1[0-9]{4,5})",
            text -> CheckDigits.luhn(text) && CardIssuers.issued(digits(text)));

    private static Detector whole(String shape, Predicate<String> check) {
        var detector = new ShapeDetector(Pattern.compile(shape), check);
        return text -> detector.find(text)
                .filter(hit -> new Surroundings(text, hit.from(), hit.to()).standAlone())
                .filter(hit -> !new Surroundings(text, hit.from(), hit.to()).announceThing());
    }

    private static Detector number(String shape, Predicate<String> check) {
        var detector = whole(shape, check);
        return text -> detector.find(text).filter(hit -> isUsual(text, hit));
    }

    // Longer than a card and without the gaps people write in cards: ids of campaigns look like this.
    private static boolean isUsual(String text, Hit hit) {
        var written = text.substring(hit.from(), hit.to());
        return written.length() <= USUAL_CARD
                || !digits(written).equals(written)
                || new Surroundings(text, hit.from(), hit.to()).announcePerson();
    }

    // People write a PAN in capitals, or hastily in small letters; a word of mixed letters is a name of a thing.
    private static boolean oneCase(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    @Override
    public Stream<Hit> find(String text) {
        return shape.matcher(text)
                .results()
                .filter(match -> check.test(match.group()))
                .map(match -> new Hit(match.start(), match.end()));
    }
}
