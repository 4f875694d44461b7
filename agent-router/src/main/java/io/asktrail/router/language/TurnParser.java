package io.asktrail.router.language;

import io.asktrail.router.text.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a turn is written: words as they are, classes and parts in capitals, {@code ( | )} for one of several,
 * {@code ? * +} behind what may be missing or come again. {@code ^} in front and {@code $} behind bind it to the
 * beginning and the end of a part of the sentence; what stands before {@code <} has to precede it and what stands behind
 * {@code >} has to follow, and neither belongs to it.
 */
final class TurnParser {
    private static final String SIGNS = "(?<=[()|?*+])|(?=[()|?*+])";

    private final Map<String, Form> named;
    private final Set<String> words;

    /**
     * @param named classes and parts that may be used
     * @param words takes every word that is written as it is
     */
    TurnParser(Map<String, Form> named, Set<String> words) {
        this.named = named;
        this.words = words;
    }

    Turn turn(String written) {
        var text = written.strip();
        var opens = text.startsWith("^");
        var closes = text.endsWith("$");
        text = text.substring(opens ? 1 : 0, text.length() - (closes ? 1 : 0));
        var back = text.indexOf('<');
        var ahead = text.indexOf('>');
        return new Turn(
                opens,
                closes,
                back < 0 ? null : form(text.substring(0, back)),
                form(text.substring(back + 1, ahead < 0 ? text.length() : ahead)),
                ahead < 0 ? null : form(text.substring(ahead + 1)));
    }

    Form form(String written) {
        Deque<String> rest = new ArrayDeque<>(Arrays.stream(written.split("\\s+|" + SIGNS))
                .filter(sign -> !sign.isBlank())
                .toList());
        var form = choice(rest);
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("'%s' is left of '%s'".formatted(rest.peek(), written));
        }
        return form;
    }

    private Form choice(Deque<String> rest) {
        var forms = new ArrayList<Form>();
        forms.add(sequence(rest));
        while ("|".equals(rest.peek())) {
            rest.pop();
            forms.add(sequence(rest));
        }
        return forms.size() == 1 ? forms.getFirst() : new Form.Choice(List.copyOf(forms));
    }

    private Form sequence(Deque<String> rest) {
        var forms = new ArrayList<Form>();
        while (!rest.isEmpty() && !isEnd(rest.peek())) {
            forms.add(often(atom(rest), rest));
        }
        return forms.size() == 1 ? forms.getFirst() : new Form.Sequence(List.copyOf(forms));
    }

    private static boolean isEnd(@Nullable String sign) {
        return "|".equals(sign) || ")".equals(sign);
    }

    private static Form often(Form form, Deque<String> rest) {
        return switch (rest.peek()) {
            case "?" -> {
                rest.pop();
                yield new Form.Repeated(form, true, false);
            }
            case "*" -> {
                rest.pop();
                yield new Form.Repeated(form, true, true);
            }
            case "+" -> {
                rest.pop();
                yield new Form.Repeated(form, false, true);
            }
            case null, default -> form;
        };
    }

    private Form atom(Deque<String> rest) {
        var sign = rest.pop();
        if (sign.equals("(")) {
            var form = choice(rest);
            if (!")".equals(rest.poll())) {
                throw new IllegalArgumentException("a bracket is not closed");
            }
            return form;
        }
        if (Character.isUpperCase(sign.charAt(0))) {
            var form = named.get(sign);
            if (form == null) {
                throw new IllegalArgumentException("nothing is called '%s'".formatted(sign));
            }
            return form;
        }
        var word = Tokenizer.key(sign);
        words.add(word);
        return Form.OneOf.of(Set.of(word));
    }
}
