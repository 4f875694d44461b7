package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import java.util.List;

/** Every check over every file, in one report, so that an author needs one round, not ten. */
public final class RegistryLint {
    private static final List<LintCheck> CHECKS = List.of(
            new IdsAreUnique(),
            new NamesAreUnique(),
            new FormulasNameMetrics(),
            new FormulasEnd(),
            new FormulasHaveTheirShape(),
            new ChainsFit(),
            new HappeningsFit(),
            new OfferedHaveTheirPlace(),
            new UnitsAgree(),
            new AdditivityFits(),
            new MeasuresStandInTables(),
            new PercentilesAreOfOneThing(),
            new MetricsAreServed(),
            new TablesAreWhole(),
            new KeysLeadToOneRow(),
            new RowFiltersCover(),
            new DimensionsStandInTables(),
            new ParentsExist(),
            new ValuesAreUnique(),
            new CapabilitiesAreReachable(),
            new ToolsHaveSchemas(),
            new ToolsHoldNoSecrets(),
            new TemplatesFit(),
            new PoliciesNameThings(),
            new VerifiedQuestionsHold(),
            new RatesHold(),
            new CalendarIsSane());

    private RegistryLint() {}

    public static List<Finding> check(Draft draft) {
        return CHECKS.stream()
                .flatMap(check -> check.check(draft))
                .sorted()
                .distinct()
                .toList();
    }
}
