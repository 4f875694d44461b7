package io.asktrail.composer.text;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.task.Diagnosis;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the words for what a diagnosis found. */
public final class Findings {
    private Findings() {}

    public static void tell(Diagnosis.Kind kind, Prose prose, Phrases phrases) {
        switch (kind) {
            case CHANGE -> new Explaining(prose, phrases).tell();
            case ANOMALY -> new UnusualDays(prose, phrases).tell();
            case PACING -> new BudgetPace(prose, phrases).tell();
            case WASTE -> new WastedMoney(prose, phrases).tell();
            case RECONCILIATION -> new SalesGap(prose, phrases).tell();
            case HEALTH -> new HealthReport(prose, phrases).tell();
            case SEARCH_TERMS -> new SearchTermReport(prose, phrases).tell();
        }
    }

    /** How the findings were worked out, and what they do not say. */
    public static String method(Diagnosis.Kind kind, Words words) {
        return methods(kind).stream().map(words::of).collect(Collectors.joining(" "));
    }

    private static List<String> methods(Diagnosis.Kind kind) {
        return switch (kind) {
            case CHANGE -> List.of("method.change");
            case ANOMALY -> List.of("method.anomaly");
            case PACING -> List.of("method.pacing");
            case WASTE -> List.of("method.waste");
            case RECONCILIATION -> List.of("method.reconciliation");
            case HEALTH -> List.of("method.health", "method.anomaly", "method.pacing");
            case SEARCH_TERMS -> List.of("method.terms");
        };
    }
}
