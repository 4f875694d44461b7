package io.asktrail.registry.loading;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.file.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Files that make no registry, with every fault that was found in them. */
public final class RegistryRejected extends SuiteException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public RegistryRejected(List<Finding> findings) {
        super(ErrorCode.MALFORMED_REQUEST, sentence(findings));
        this.findings = findings.stream().sorted().toList();
    }

    private static String sentence(List<Finding> findings) {
        return findings.stream()
                .sorted()
                .map(Finding::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "The registry has %d fault%s:\n  ".formatted(findings.size(), findings.size() == 1 ? "" : "s"),
                        ""));
    }

    public List<Finding> findings() {
        return findings;
    }
}
