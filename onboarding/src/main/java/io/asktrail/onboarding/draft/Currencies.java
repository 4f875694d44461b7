package io.asktrail.onboarding.draft;

import io.asktrail.live.ColumnSample;
import io.asktrail.onboarding.guess.ColumnGuess;
import io.asktrail.onboarding.guess.TableGuess;
import io.asktrail.onboarding.guess.Words;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which currency the money of a table is. Amounts of different currencies are never added up. */
final class Currencies {
    /** Of no currency: what ISO calls money whose currency nobody said. */
    static final String UNKNOWN = "XXX";

    private static final Map<String, String> SIGNS = Map.of(
            "₹", "INR", "€", "EUR", "£", "GBP", "inr", "INR", "rupees", "INR", "eur", "EUR", "euro", "EUR", "usd",
            "USD", "gbp", "GBP");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private final @Nullable String told;

    /** @param told what the one who drafts says; null if nothing */
    Currencies(@Nullable String told) {
        this.told = told;
    }

    /** What is known of one column of money. */
    sealed interface Known {}

    /** All rows in one. */
    record One(String code, String why) implements Known {}

    /** Each row says its own. */
    record ByRow(String column, List<String> codes) implements Known {}

    /** Rows differ, in a way that no condition can tell apart. */
    record Mixed(String why) implements Known {}

    Known of(TableGuess table, ColumnGuess money) {
        return byRow(table)
                .or(() -> named(money))
                .orElseGet(() -> told != null
                        ? new One(told, "as told by --currency")
                        : new One(UNKNOWN, "nothing says which; XXX stands for none"));
    }

    private Optional<Known> byRow(TableGuess table) {
        var column = table.kept()
                .filter(guess -> Words.of(guess.name()).hasAny(Set.of("currency", "curr", "ccy")))
                .findFirst();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        var name = column.get().name();
        var seen = table.sample().column(name).map(ColumnSample::counts);
        if (seen.isEmpty() || seen.get().isEmpty()) {
            return Optional.of(new Mixed("the values of %s are not known".formatted(name)));
        }
        var codes = List.copyOf(seen.get().keySet());
        if (!CODES.containsAll(codes)) {
            return Optional.of(new Mixed("%s holds what is no currency code".formatted(name)));
        }
        return codes.size() == 1 && table.sample().whole()
                ? Optional.of(new One(codes.getFirst(), "all rows that %s tells of are in it".formatted(name)))
                : Optional.of(new ByRow(name, codes));
    }

    private static Optional<Known> named(ColumnGuess money) {
        var said = Objects.requireNonNullElse(money.column().comment(), "");
        var words = Words.of(money.name() + " " + said).all();
        return SIGNS.entrySet().stream()
                .filter(sign -> words.contains(sign.getKey())
                        || (said.contains(sign.getKey()) && sign.getKey().length() == 1))
                .map(sign -> (Known) new One(sign.getValue(), "its name or comment says so"))
                .findFirst();
    }
}
