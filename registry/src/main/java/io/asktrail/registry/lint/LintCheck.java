package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import java.util.stream.Stream;

/** One kind of fault. A check stays silent about what another check reports. */
interface LintCheck {
    Stream<Finding> check(Draft draft);
}
