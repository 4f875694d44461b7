package io.asktrail.composer.text;

import io.asktrail.contracts.task.Diagnosis;

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
    public static String method(Diagnosis.Kind kind) {
        return switch (kind) {
            case CHANGE -> Explaining.METHOD;
            case ANOMALY -> UnusualDays.METHOD;
            case PACING -> BudgetPace.METHOD;
            case WASTE -> WastedMoney.METHOD;
            case RECONCILIATION -> SalesGap.METHOD;
            case HEALTH -> HealthReport.METHOD;
            case SEARCH_TERMS -> SearchTermReport.METHOD;
        };
    }
}
