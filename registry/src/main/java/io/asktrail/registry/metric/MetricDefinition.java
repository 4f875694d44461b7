package io.asktrail.registry.metric;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Names;
import io.asktrail.registry.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number people ask for.
 *
 * @param good which way is good news: decides what "best" and "worst" mean
 * @param rounding how the exact number is rounded, once, at the end
 * @param derivation where the number comes from
 * @param hidden whether it is only a part of another metric: never offered and never understood in a question
 * @param chain the numbers that lead to this one, each from the one before: impressions, clicks, orders, sales. What
 *     moved it is told by the steps between them. A ratio's chain begins with its denominator and ends with its
 *     numerator, any other's ends with itself; empty if there is none
 * @param credited the part of it that ads are credited with: what its plain name means beside words about ads
 * @param verbs what is done that it counts or adds up, by language: "clicked", "refunded"
 * @param happensTo the counts whose things it may have happened to: "orders with refunds" may be orders that had some
 * @param offered its place among the figures that are offered where a question names none, the first at 1; null if it is
 *     not among them
 * @param descriptionIn the description in other languages than English, by their tags
 */
public record MetricDefinition(
        MetricId id,
        Names names,
        Unit unit,
        GoodDirection good,
        Additivity additivity,
        Rounding rounding,
        String description,
        String owner,
        Derivation derivation,
        boolean hidden,
        List<MetricId> chain,
        @Nullable MetricId credited,
        Map<String, List<String>> verbs,
        List<MetricId> happensTo,
        @Nullable Integer offered,
        Map<String, String> descriptionIn) {
    public MetricDefinition {
        chain = List.copyOf(chain);
        descriptionIn = Map.copyOf(descriptionIn);
        verbs = Map.copyOf(verbs);
        happensTo = List.copyOf(happensTo);
    }

    /** In a language, else in English. */
    public String description(String language) {
        return descriptionIn.getOrDefault(language, description);
    }

    /** What its amounts are kept in; empty if it is no money. */
    public Optional<Currency> currency() {
        return unit instanceof Unit.Money(var currency) ? Optional.of(currency) : Optional.empty();
    }

    /** The same in another currency, if it is money; its amounts have to be converted by whoever calls it so. */
    public MetricDefinition countedIn(Currency currency) {
        return currency().isEmpty()
                ? this
                : new MetricDefinition(
                        id,
                        names,
                        new Unit.Money(currency),
                        good,
                        additivity,
                        rounding,
                        description,
                        owner,
                        derivation,
                        hidden,
                        chain,
                        credited,
                        verbs,
                        happensTo,
                        offered,
                        descriptionIn);
    }

    /** A metric people may ask for. */
    public MetricDefinition(
            MetricId id,
            Names names,
            Unit unit,
            GoodDirection good,
            Additivity additivity,
            Rounding rounding,
            String description,
            String owner,
            Derivation derivation) {
        this(
                id,
                names,
                unit,
                good,
                additivity,
                rounding,
                description,
                owner,
                derivation,
                false,
                List.of(),
                null,
                Map.of(),
                List.of(),
                null,
                Map.of());
    }
}
