package io.asktrail.personal;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Phone numbers as people in India write them, and those of other countries with their country code. Which numbers
 * exist is the library's knowledge; that a bare number may be a quantity is ours.
 */
final class PhoneDetector implements Detector {
    private static final String HOME = "IN";
    private static final int FEWEST_DIGITS = 10;
    private static final int MOST_DIGITS = 15;
    private static final Set<PhoneNumberType> OF_PEOPLE = Set.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.VOIP,
            PhoneNumberType.PAGER);

    /** A cheap look before the dear one. */
    private static final Pattern WORTH_A_LOOK = Pattern.compile("(?:[0-9][ .()/-]{0,3}){9}[0-9]");

    /** What Amazon calls an order. */
    private static final Pattern ORDER = Pattern.compile("(?<![0-9])[0-9]{3}-[0-9]{7}-[0-9]{7}(?![0-9])");

    private static final Pattern WITH_COUNTRY =
            Pattern.compile("(?:\\+|(?<![0-9.,])00(?=[1-9]))[1-9][0-9]{0,2}(?:[ .()-]{0,2}[0-9]{1,12}){1,6}");

    private static final Pattern INDIAN_MOBILE = Pattern.compile(
            "(?:\\(\\+?91\\)[ .-]{0,3}|\\+?91[ .-]{0,3}|0)?[6-9](?:[0-9]{9}|[0-9]{4}[ .-]{1,2}[0-9]{5}|[0-9]{3}[ .-]{1,2}[0-9]{3}[ .-]{1,2}[0-9]{3}"
                    + "|[0-9]{2}[ .-]{1,2}[0-9]{3}[ .-]{1,2}[0-9]{4}|[0-9]{3}[ .-]{1,2}[0-9]{6}|[0-9][ .-][0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2})");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public Stream<Hit> find(String text) {
        if (!WORTH_A_LOOK.matcher(text).find()) {
            return Stream.empty();
        }
        var bare =
                ORDER.matcher(text).replaceAll(match -> "x".repeat(match.group().length()));
        return Stream.of(known(bare), withCountry(bare), indianMobiles(bare)).flatMap(hits -> hits);
    }

    private Stream<Hit> known(String text) {
        return StreamSupport.stream(
                        numbers.findNumbers(text, HOME, Leniency.VALID, Long.MAX_VALUE)
                                .spliterator(),
                        false)
                .filter(match -> OF_PEOPLE.contains(numbers.getNumberType(match.number())))
                .filter(match -> isWrittenAsPhone(text, match))
                .map(match -> new Hit(match.start() + openBracket(match.rawString()), match.end()));
    }

    // A bracket that closes behind the number is the sentence's.
    private static int openBracket(String written) {
        return written.startsWith("(") && !written.contains(")") ? 1 : 0;
    }

    private boolean isWrittenAsPhone(String text, PhoneNumberMatch match) {
        var around = new Surroundings(text, match.start(), match.end());
        var mobile = numbers.getNumberType(match.number()) != PhoneNumberType.FIXED_LINE;
        var prefixed = match.rawString().startsWith("+") || match.rawString().startsWith("0");
        return around.standAlone() && !around.announceThing() && (mobile || prefixed || around.announcePerson());
    }

    // The library's list of numbers in use is younger than some numbers; a known country and a fair length will do.
    private Stream<Hit> withCountry(String text) {
        return hits(WITH_COUNTRY, text).filter(hit -> {
            var digits = text.substring(hit.from(), hit.to())
                    .replaceAll("[^0-9]", "")
                    .replaceFirst("^00", "");
            return digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS && hasCountry(digits);
        });
    }

    private boolean hasCountry(String digits) {
        return numbers.getSupportedCallingCodes().stream().anyMatch(code -> digits.startsWith(code.toString()));
    }

    private static Stream<Hit> indianMobiles(String text) {
        return hits(INDIAN_MOBILE, text);
    }

    private static Stream<Hit> hits(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> new Hit(match.start(), match.end()))
                .filter(hit -> new Surroundings(text, hit.from(), hit.to()).standAlone())
                .filter(hit -> !new Surroundings(text, hit.from(), hit.to()).announceThing());
    }
}
