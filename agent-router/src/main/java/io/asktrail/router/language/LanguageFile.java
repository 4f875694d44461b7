package io.asktrail.router.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One language as its file says it. Phrases of cues and kinds may be written as patterns; see {@link Spellings}.
 *
 * @param months 1 is January
 * @param quarters the letters of their months: 1 is January to March
 * @param weekdays 1 is Monday
 * @param fractions parts of what follows them: half a lakh
 * @param currencies how currencies are called, by their ISO 4217 codes
 * @param kinds words that a rule asks for by what they are
 * @param fillers words that carry no meaning
 * @param offtopic words of subjects that no registry covers
 * @param known words that are spelled right and mean nothing here, so that they are not taken for misspelled ones
 */
record LanguageFile(
        Map<Cue, List<String>> cues,
        Map<Integer, List<String>> months,
        Map<Integer, List<String>> quarters,
        Map<Integer, List<String>> weekdays,
        Map<Integer, List<String>> numbers,
        Map<Integer, List<String>> ordinals,
        Map<BigDecimal, List<String>> fractions,
        Map<Integer, List<String>> multipliers,
        Map<String, List<String>> currencies,
        Map<WordKind, List<String>> kinds,
        List<String> fillers,
        List<String> doubtful,
        List<String> offtopic,
        List<String> known) {
    LanguageFile {
        cues = spelledOut(cues);
        months = orEmpty(months);
        quarters = orEmpty(quarters);
        weekdays = orEmpty(weekdays);
        numbers = orEmpty(numbers);
        ordinals = orEmpty(ordinals);
        fractions = fractions == null ? Map.of() : fractions;
        multipliers = orEmpty(multipliers);
        currencies = currencies == null ? Map.of() : currencies;
        kinds = spelledOut(kinds);
        fillers = orNone(fillers);
        doubtful = orNone(doubtful);
        offtopic = orNone(offtopic);
        known = orNone(known);
    }

    private static <K> Map<K, List<String>> spelledOut(@Nullable Map<K, List<String>> patterns) {
        return patterns == null
                ? Map.of()
                : patterns.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream()
                                        .flatMap(Spellings::of)
                                        .toList()));
    }

    private static Map<Integer, List<String>> orEmpty(@Nullable Map<Integer, List<String>> map) {
        return map == null ? Map.of() : map;
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
