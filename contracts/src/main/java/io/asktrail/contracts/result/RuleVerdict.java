package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one guardrail said.
 *
 * @param rule the rule's id, e.g. {@code query.row_predicates}
 * @param reason why it stopped the thing; null if it let it pass
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleVerdict(
        String rule, boolean passed, @Nullable String reason) {}
