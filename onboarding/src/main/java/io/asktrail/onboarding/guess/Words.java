package io.asktrail.onboarding.guess;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that a name is made of, however it joins them: {@code order_total}, {@code OrderTotal}, "Order Total". */
public record Words(List<String> all) {
    private static final Pattern JOINTS =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> KINDS_OF_TABLES =
            Set.of("fact", "fct", "dim", "stg", "tbl", "vw", "mv", "dwh", "raw", "table", "view");
    private static final int LONGEST_ID = 40;

    public Words {
        all = List.copyOf(all);
    }

    public static Words of(String name) {
        return new Words(Arrays.stream(JOINTS.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Of a table's name, without the word that says what kind of table it is. */
    public static Words ofTable(String name) {
        var words = of(name);
        var kept = words.all.stream()
                .filter(word -> !KINDS_OF_TABLES.contains(word))
                .toList();
        return kept.isEmpty() ? words : new Words(kept);
    }

    public boolean hasAny(Collection<String> some) {
        return all.stream().anyMatch(word -> some.contains(word) || some.contains(singular(word)));
    }

    public boolean endsWithAny(Collection<String> some) {
        return !all.isEmpty() && some.contains(all.getLast());
    }

    /** Without the last word. */
    public Words stem() {
        return all.isEmpty() ? this : new Words(all.subList(0, all.size() - 1));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The last word in the singular: "order lines" is "order line". */
    public Words one() {
        return all.isEmpty() ? this : with(singular(all.getLast()));
    }

    /** The last word in the plural. */
    public Words many() {
        return all.isEmpty() ? this : with(plural(all.getLast()));
    }

    private Words with(String last) {
        var words = new java.util.ArrayList<>(stem().all);
        words.add(last);
        return new Words(words);
    }

    /** As people read it, with a capital at the start. */
    public String label() {
        var text = String.join(" ", all);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** As registries write ids; empty where no letter of the name has a place in one. */
    public String id() {
        var plain = MARKS.matcher(Normalizer.normalize(String.join("_", all).replace("ß", "ss"), Normalizer.Form.NFD))
                .replaceAll("");
        var id = NOT_IN_IDS.matcher(plain).replaceAll("_").replaceAll("^_+|_+$", "");
        if (id.isEmpty()) {
            return id;
        }
        var started = Character.isDigit(id.charAt(0)) ? "n_" + id : id;
        return started.length() <= LONGEST_ID
                ? started
                : started.substring(0, LONGEST_ID).replaceAll("_+$", "");
    }

    static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses")
                || word.endsWith("shes")
                || word.endsWith("ches")
                || word.endsWith("xes")
                || word.endsWith("uses")) {
            return word.substring(0, word.length() - 2);
        }
        var ends = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3;
        return ends ? word.substring(0, word.length() - 1) : word;
    }

    static String plural(String word) {
        var one = singular(word);
        if (!one.equals(word) || !word.matches(".*[a-z]")) {
            return word;
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.matches(".*(s|sh|ch|x)") ? word + "es" : word + "s";
    }
}
