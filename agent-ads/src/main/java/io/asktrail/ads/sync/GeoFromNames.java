package io.asktrail.ads.sync;

import io.asktrail.registry.dimension.KnownValue;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The state that a campaign is aimed at, read from its name, since Amazon knows none: a part of the name that is a state of
 * the registry, or one of its other names ("Diwali Gifts | SP | Delhi"). A name with no such part, or with two states,
 * tells nothing.
 */
final class GeoFromNames {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}|(?:[A-Z]\\.)+");

    private final Pattern separator;
    private final Map<String, String> states;

    private GeoFromNames(Pattern separator, Map<String, String> states) {
        this.separator = separator;
        this.states = Map.copyOf(states);
    }

    /**
     * @param separator what parts the names, literally
     * @param known the values of the registry's dimension {@code geo}
     */
    static GeoFromNames of(String separator, List<KnownValue> known) {
        var states = new HashMap<String, String>();
        for (var value : known) {
            value.aliases().forEach(alias -> states.putIfAbsent(isCode(alias) ? alias : plain(alias), value.value()));
        }
        // A state's own name is never another one's alias.
        known.forEach(value -> states.put(plain(value.value()), value.value()));
        return new GeoFromNames(Pattern.compile(Pattern.quote(separator)), states);
    }

    Optional<String> of(String campaignName) {
        var found = separator
                .splitAsStream(campaignName)
                .flatMap(part -> Stream.of(part.strip(), plain(part)))
                .flatMap(part -> Stream.ofNullable(states.get(part)))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    // "UP" is Uttar Pradesh, and "up" is none.
    private static boolean isCode(String alias) {
        return CODE.matcher(alias).matches();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
