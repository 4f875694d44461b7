package io.asktrail.guardrails.draft;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.FilterValue;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text with everything blanked whose digits are explained: figures, dates, names of members and of columns. */
record ExplainedText(DraftUnderReview review) {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
    private static final String HINDI_MONTH = Arrays.stream(
                    DateFormatSymbols.getInstance(Locale.of("hi")).getMonths())
            .filter(name -> !name.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
    private static final List<Pattern> DATES = List.of(
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b"),
            Pattern.compile("\\b" + DAY + "(?:\\s*[–—-]\\s*" + DAY + ")?\\s+" + MONTH + "\\b\\.?(?:,?\\s+\\d{4}\\b)?"),
            Pattern.compile("\\b" + MONTH + "\\b\\.?\\s+(?:" + DAY + "(?:,\\s*\\d{4})?|\\d{4})\\b"),
            Pattern.compile("\\b" + DAY + "(?:\\s*[–—-]\\s*" + DAY + ")?\\s+" + HINDI_MONTH + "(?:\\s+\\d{4}\\b)?"),
            Pattern.compile(HINDI_MONTH + "\\s+\\d{4}\\b"),
            Pattern.compile("\\bFY\\s?\\d{2,4}(?:[–-]\\d{2})?\\b"),
            Pattern.compile("\\bQ[1-4](?:\\s+\\d{4})?\\b"),
            Pattern.compile("\\b(?:in|of|from|to|year)\\s+(?:19|20)\\d{2}\\b(?!\\s*(?:%|lakh|crore|[a-z]+s\\b))"));

    String blanked() {
        var text = new StringBuilder(review.draft().text());
        review.draft().figures().stream()
                .filter(figure -> figure.from() >= 0 && figure.to() <= text.length())
                .forEach(figure -> blank(text, figure.from(), figure.to()));
        names().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(name -> blankAll(text, name));
        DATES.forEach(pattern -> pattern.matcher(text.toString())
                .results()
                .toList()
                .forEach(match -> blank(text, match.start(), match.end())));
        return text.toString();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        var table = review.draft().table();
        if (table != null) {
            table.columns().stream().map(Column::label).forEach(names::add);
            addTexts(table, names);
        }
        var task = review.task();
        if (task != null) {
            task.entities().kept().values().forEach(names::addAll);
            task.scopes().forEach(scope -> scope.entities().kept().values().forEach(names::addAll));
        }
        review.filters()
                .filter(filter -> !(filter.value() instanceof FilterValue.Numeric))
                .forEach(filter -> names.addAll(
                        filter.value() == null ? List.of() : filter.value().texts()));
        return names.stream()
                .filter(name -> name.chars().anyMatch(Character::isLetter))
                .distinct()
                .toList();
    }

    private static void addTexts(Table table, List<String> names) {
        for (var i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).type() == ColumnType.TEXT) {
                for (List<@Nullable Object> row : table.rows()) {
                    names.add(Objects.toString(row.get(i), ""));
                }
            }
        }
    }

    private static void blankAll(StringBuilder text, String name) {
        for (var from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length())) {
            blank(text, from, from + name.length());
        }
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (var i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }
}
