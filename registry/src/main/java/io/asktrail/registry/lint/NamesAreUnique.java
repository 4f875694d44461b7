package io.asktrail.registry.lint;

import io.asktrail.registry.Names;
import io.asktrail.registry.file.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One word means one thing in a language. Where it is meant to be open, so that the reader asks back, every file that
 * claims the word says so in {@code shared_synonyms}.
 */
final class NamesAreUnique implements LintCheck {
    private record Word(String language, String text) {}

    private record Claim(Defined<?> owner, String pointer, String written) {
        boolean isShared() {
            for (var shared : owner.source().tree().path("shared_synonyms")) {
                if (normal(shared.asString()).equals(normal(written))) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public Stream<Finding> check(Draft draft) {
        var claims = new LinkedHashMap<Word, List<Claim>>();
        draft.metrics().stream()
                .filter(metric -> !metric.value().hidden())
                .forEach(metric -> collect(metric, metric.value().names(), claims));
        draft.dimensions()
                .forEach(dimension -> collect(dimension, dimension.value().names(), claims));
        return claims.entrySet().stream().flatMap(entry -> clashes(entry.getKey(), entry.getValue()));
    }

    private static void collect(Defined<?> owner, Names names, Map<Word, List<Claim>> claims) {
        names.label().forEach((language, label) -> claim(claims, language, owner, "/label/" + language, label));
        names.synonyms().forEach((language, synonyms) -> {
            for (var i = 0; i < synonyms.size(); i++) {
                claim(claims, language, owner, "/synonyms/%s/%d".formatted(language, i), synonyms.get(i));
            }
        });
    }

    private static void claim(
            Map<Word, List<Claim>> claims, String language, Defined<?> owner, String pointer, String written) {
        claims.computeIfAbsent(new Word(language, normal(written)), _ -> new ArrayList<>())
                .add(new Claim(owner, pointer, written));
    }

    private static Stream<Finding> clashes(Word word, List<Claim> claims) {
        var first = claims.getFirst();
        if (claims.stream().allMatch(Claim::isShared)) {
            return Stream.empty();
        }
        return claims.stream()
                .filter(claim -> !claim.owner().source().equals(first.owner().source()))
                .map(claim -> claim.owner()
                        .at(
                                claim.pointer(),
                                "'%s' (%s) means %s already, at %s; if it is meant to be open, both list it in shared_synonyms"
                                        .formatted(
                                                claim.written(),
                                                word.language(),
                                                first.owner().source().id(),
                                                first.owner().place(first.pointer()))));
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
