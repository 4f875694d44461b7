package io.asktrail.composer.text;

import io.asktrail.composer.words.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A template with what stands in its places; figures among it are noted where they come to stand. */
final class Sentence {
    private final Template template;
    private final Map<String, Part> parts = new HashMap<>();

    Sentence(Template template) {
        this.template = template;
    }

    /** Something that is said in a place: words, a figure, or a sentence of its own. */
    @FunctionalInterface
    interface Part {
        void say(Prose prose);
    }

    /** Parts one after the other, with something between each two. */
    static Part joined(List<? extends Part> parts, String between) {
        return prose -> {
            for (var i = 0; i < parts.size(); i++) {
                prose.say(i == 0 ? "" : between);
                parts.get(i).say(prose);
            }
        };
    }

    /** This sentence as a part of another. */
    Part part() {
        return this::within;
    }

    Sentence with(String place, String words) {
        return with(place, prose -> prose.say(words));
    }

    /** A language need not have every place. */
    Sentence with(String place, Part part) {
        parts.put(place, part);
        return this;
    }

    /** In the middle of what is being said. */
    void within(Prose prose) {
        template.walk(
                prose::say,
                place -> Objects.requireNonNull(parts.get(place), () -> "nothing is given for " + place)
                        .say(prose));
    }

    /** As the next sentence. */
    void into(Prose prose) {
        prose.pause();
        within(prose);
    }
}
