package io.asktrail.guardrails.masking;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.personal.PersonalData;
import io.asktrail.personal.PersonalData.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A draft as its reader may have it; figures stay where they stand in the text. */
public final class DraftMasking {
    private final Masking masking;

    public DraftMasking(Masking masking) {
        this.masking = masking;
    }

    public Draft of(Draft draft) {
        var hidden = masking.hidden(draft.text()).stream()
                .filter(found -> draft.figures().stream().noneMatch(figure -> isFigure(found, figure)))
                .toList();
        var table = draft.table();
        var chart = draft.chart();
        return new Draft(
                PersonalData.mask(draft.text(), hidden),
                draft.figures().stream()
                        .flatMap(figure -> moved(figure, hidden).stream())
                        .toList(),
                table == null ? null : masking.table(table),
                chart == null ? null : new Chart(object(chart.spec())),
                masking.text(draft.method()),
                draft.caveats().stream()
                        .map(caveat -> new Caveat(caveat.code(), masking.text(caveat.text())))
                        .toList(),
                draft.followups(),
                draft.cost());
    }

    /** Whether what was found is a figure of the text: a sum of ten digits is no phone number. */
    public static boolean isFigure(Found found, Figure figure) {
        return figure.from() <= found.from() && found.to() <= figure.to();
    }

    // A figure that was hidden is none any more.
    private static Optional<Figure> moved(Figure figure, List<Found> hidden) {
        var by = 0;
        for (var found : hidden) {
            if (found.from() < figure.to() && figure.from() < found.to()) {
                return Optional.empty();
            }
            if (found.to() <= figure.from()) {
                by += found.kind().mask().length() - (found.to() - found.from());
            }
        }
        return Optional.of(new Figure(
                figure.from() + by, figure.to() + by, figure.value(), figure.row(), figure.column(), figure.formula()));
    }

    private Map<String, Object> object(Map<String, Object> spec) {
        var masked = new LinkedHashMap<String, Object>();
        // What begins with a dollar speaks to the program that draws, such as the address of the schema.
        spec.forEach((name, value) -> masked.put(name, name.startsWith("$") ? value : value(value)));
        return masked;
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> masking.text(text);
            case Map<?, ?> inner -> object(named(inner));
            case List<?> list -> list.stream().map(this::value).toList();
            case null, default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> inner) {
        return (Map<String, Object>) inner;
    }
}
