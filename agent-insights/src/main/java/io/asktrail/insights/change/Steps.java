package io.asktrail.insights.change;

import io.asktrail.contracts.diagnosis.Found;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The factors that a metric is the product of, along its chain: impressions, then clicks for each impression, then
 * orders for each click. What each adds to the change is its mean effect over all orders in which the factors could
 * have moved one after the other (Shapley), so the effects come to the whole change and no order is preferred.
 */
final class Steps {
    private static final MathContext DIGITS = new MathContext(50);

    /**
     * One factor.
     *
     * @param found whether it is a metric or one for each of another
     * @param about the id of the one, or of both
     * @param own the metric people know it by; null if it has no name of its own
     * @param inverse whether that metric is one over the factor: cost per click, where clicks per rupee is meant
     */
    record Factor(
            Found found, String about, @Nullable MetricId own, boolean inverse, BigDecimal now, BigDecimal before) {
        /** As people know it. */
        BigDecimal shown(BigDecimal value) {
            return inverse ? BigDecimal.ONE.divide(value, MathContext.DECIMAL128) : value;
        }
    }

    private final Registry registry;
    private final SeenRows whole;

    private Steps(Registry registry, SeenRows whole) {
        this.registry = registry;
        this.whole = whole;
    }

    /** Empty where the metric has no chain, a link of it was not seen, or a link is 0 in one of the periods. */
    static List<Factor> of(Registry registry, MetricDefinition metric, SeenRows whole) {
        return new Steps(registry, whole).along(metric);
    }

    private List<Factor> along(MetricDefinition metric) {
        var chain = metric.chain();
        var factors = new ArrayList<Factor>();
        if (!(metric.derivation() instanceof Derivation.Ratio) && !chain.isEmpty()) {
            var first = chain.getFirst();
            var now = value(first, "");
            var before = value(first, ".previous");
            if (now == null || before == null) {
                return List.of();
            }
            factors.add(new Factor(Found.FACTOR, first.value(), first, false, now, before));
        }
        for (var i = 1; i < chain.size(); i++) {
            var factor = between(chain.get(i - 1), chain.get(i));
            if (factor.isEmpty()) {
                return List.of();
            }
            factors.add(factor.get());
        }
        return factors.size() < 2 ? List.of() : factors;
    }

    private Optional<Factor> between(MetricId from, MetricId to) {
        var nowFrom = value(from, "");
        var beforeFrom = value(from, ".previous");
        var nowTo = value(to, "");
        var beforeTo = value(to, ".previous");
        if (nowFrom == null || beforeFrom == null || nowTo == null || beforeTo == null) {
            return Optional.empty();
        }
        var own = named(to, from);
        var upside = own.isEmpty() ? named(from, to) : Optional.<MetricDefinition>empty();
        var known = own.or(() -> upside).map(MetricDefinition::id);
        return Optional.of(new Factor(
                known.isPresent() ? Found.FACTOR : Found.FACTOR_OF_TWO,
                known.map(MetricId::value).orElseGet(() -> to + "/" + from),
                known.orElse(null),
                upside.isPresent(),
                nowTo.divide(nowFrom, DIGITS),
                beforeTo.divide(beforeFrom, DIGITS)));
    }

    // A chain through nothing says nothing: there is no rate of what did not happen.
    private @Nullable BigDecimal value(MetricId metric, String suffix) {
        var value = whole.size() == 1 ? whole.number(0, metric.value() + suffix) : null;
        return value == null || value.signum() == 0 ? null : value;
    }

    private Optional<MetricDefinition> named(MetricId top, MetricId bottom) {
        var wanted = new Formula.Operation(
                Formula.Operator.DIVIDE, new Formula.Reference(top), new Formula.Reference(bottom));
        return registry.metrics().values().stream()
                .filter(definition -> !definition.hidden())
                .filter(definition ->
                        definition.derivation() instanceof Derivation.Ratio(var formula) && formula.equals(wanted))
                .findFirst();
    }

    /** What each factor adds to the change of the product, in the order of the factors. */
    static List<BigDecimal> effects(List<Factor> factors) {
        var effects = new ArrayList<BigDecimal>();
        for (var i = 0; i < factors.size(); i++) {
            effects.add(effect(factors, i));
        }
        return effects;
    }

    private static BigDecimal effect(List<Factor> factors, int moved) {
        var sum = BigDecimal.ZERO;
        var others = factors.size() - 1;
        for (var set = 0; set < 1 << others; set++) {
            var product = factors.get(moved).now().subtract(factors.get(moved).before());
            for (var other = 0; other < others; other++) {
                var factor = factors.get(other < moved ? other : other + 1);
                product = product.multiply((set >> other & 1) == 1 ? factor.now() : factor.before(), DIGITS);
            }
            sum = sum.add(product.multiply(orders(Integer.bitCount(set), others)), DIGITS);
        }
        return sum.divide(orders(factors.size()), DIGITS);
    }

    // In how many orders exactly these others moved before.
    private static BigDecimal orders(int before, int others) {
        return orders(before).multiply(orders(others - before));
    }

    private static BigDecimal orders(int things) {
        var product = BigDecimal.ONE;
        for (var i = 2; i <= things; i++) {
            product = product.multiply(BigDecimal.valueOf(i));
        }
        return product;
    }
}
