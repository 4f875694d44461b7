package io.asktrail.sales.orders;

import io.asktrail.registry.dimension.DimensionDefinition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one way to write a value, found from any of its ways: those that a dimension's registry file lists. */
final class Spellings {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, String> canonical = new HashMap<>();

    private Spellings() {}

    static Spellings of(DimensionDefinition dimension) {
        var spellings = new Spellings();
        // A value's own name wins over another's alias.
        for (var known : dimension.values()) {
            known.aliases().forEach(alias -> spellings.canonical.putIfAbsent(key(alias), known.value()));
        }
        for (var known : dimension.values()) {
            spellings.canonical.put(key(known.value()), known.value());
        }
        return spellings;
    }

    Optional<String> of(String written) {
        return Optional.ofNullable(canonical.get(key(written)));
    }

    private static String key(String written) {
        return BLANKS.matcher(written.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
