package io.asktrail.router;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a task has to be, as far as it is named; written by the rules of the acceptance check, on its own. */
record Expectation(JsonNode wanted) {
    private static final Set<String> SERIES = Set.of("date", "day", "week", "month", "quarter", "year");

    List<String> differences(JsonNode got) {
        var out = new ArrayList<String>();
        wanted.propertyNames().forEach(name -> compare(name, wanted.get(name), got, out));
        return out;
    }

    private void compare(String name, JsonNode want, JsonNode task, List<String> out) {
        var got = task.get(name);
        switch (name) {
            case "metrics" -> differ(name, texts(want), texts(got), out);
            case "metrics_include" -> {
                if (!texts(task.get("metrics")).containsAll(texts(want))) {
                    out.add("metrics " + task.get("metrics") + " lack some of " + want);
                }
            }
            case "group_by" -> differ(name, withoutSeries(texts(want)), withoutSeries(texts(got)), out);
            case "entities" -> differ(name, conditions(wanted).kept, conditions(task).kept, out);
            case "filters" -> differ(name, conditions(wanted).others, conditions(task).others, out);
            case "time", "compare" -> parts(name, want, got, out);
            case "order_by" -> order(want, got, out);
            case "diagnosis_kind" -> differ(name, want, task.path("diagnosis").get("kind"), out);
            case "scopes" -> differ(name, scopes(want), scopes(got), out);
            case "export" -> differ(name, want.get("format"), got == null ? null : got.get("format"), out);
            case "calculations" -> differ(name, kinds(want), kinds(got), out);
            default -> differ(name, want, got, out);
        }
    }

    private static void differ(String name, @Nullable Object want, @Nullable Object got, List<String> out) {
        if (want == null ? got != null : !want.equals(got)) {
            out.add("%s: expected %s, got %s".formatted(name, want, got));
        }
    }

    private static void order(JsonNode want, @Nullable JsonNode got, List<String> out) {
        if (want.isEmpty()) {
            differ("order_by", "", got == null || got.isEmpty() ? "" : got.toString(), out);
        } else {
            parts("order_by", want.get(0), got == null || got.isEmpty() ? null : got.get(0), out);
        }
    }

    private static Set<String> scopes(@Nullable JsonNode list) {
        var scopes = new TreeSet<String>();
        if (list != null) {
            list.forEach(scope -> scopes.add(scope.toString()));
        }
        return scopes;
    }

    private static void parts(String name, JsonNode want, @Nullable JsonNode got, List<String> out) {
        if (got == null || got.isNull() || want.isNull()) {
            if (isNothing(want) != isNothing(got)) {
                out.add("%s: expected %s, got %s".formatted(name, want, got));
            }
            return;
        }
        want.propertyNames().forEach(part -> {
            var own = got.get(part);
            var same =
                    isNothing(want.get(part)) ? isNothing(own) : want.get(part).equals(own);
            if (!same) {
                out.add("%s.%s: expected %s, got %s".formatted(name, part, want.get(part), own));
            }
        });
    }

    private static boolean isNothing(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private static Set<String> texts(@Nullable JsonNode list) {
        var texts = new TreeSet<String>();
        if (list != null) {
            list.forEach(item -> texts.add(item.asString()));
        }
        return texts;
    }

    private static Set<String> kinds(@Nullable JsonNode list) {
        var kinds = new TreeSet<String>();
        if (list != null) {
            list.forEach(item -> kinds.add((item.isObject() ? item.get("kind") : item).asString()));
        }
        return kinds;
    }

    private static Set<String> withoutSeries(Set<String> names) {
        var kept = new TreeSet<>(names);
        kept.removeAll(SERIES);
        return kept;
    }

    private record Conditions(Map<String, Set<String>> kept, Set<String> others) {}

    private static Conditions conditions(JsonNode task) {
        var kept = new TreeMap<String, Set<String>>();
        var others = new TreeSet<String>();
        if (task.has("entities")) {
            task.get("entities").propertyNames().forEach(dimension -> {
                var values = task.get("entities").get(dimension);
                if (!values.isNull() && !values.isEmpty()) {
                    kept.put(dimension, lower(texts(values)));
                }
            });
        }
        if (task.has("filters")) {
            task.get("filters").forEach(filter -> others.addAll(filter(filter)));
        }
        return new Conditions(kept, others);
    }

    private static Set<String> filter(JsonNode filter) {
        var field = filter.get("field").asString();
        var op = filter.get("op").asString();
        var value = filter.get("value");
        var found = new TreeSet<String>();
        if (op.equals("!=") || op.equals("not_in")) {
            var values = value.isArray() ? texts(value) : Set.of(value.asString());
            lower(values).forEach(text -> found.add(field + " != " + text));
        } else {
            found.add(field + " " + op + " "
                    + (value.isNumber() ? number(value) : value.asString().toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    private static String number(JsonNode value) {
        return new BigDecimal(value.asString()).stripTrailingZeros().toPlainString();
    }

    private static Set<String> lower(Set<String> texts) {
        var lower = new TreeSet<String>();
        texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
