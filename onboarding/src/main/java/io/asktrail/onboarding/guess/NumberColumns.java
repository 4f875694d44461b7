package io.asktrail.onboarding.guess;

import io.asktrail.onboarding.guess.ColumnGuess.Role;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import java.util.Set;

/**
 * Whether a column of numbers may be added up. A sum that means nothing is worse than none, so that only names that speak
 * of pieces or of money are; what speaks of a rate, a price of one piece or a level at one time never is.
 */
final class NumberColumns {
    private static final Set<String> RATES = Set.of(
            "rate",
            "ratio",
            "percent",
            "percentage",
            "pct",
            "avg",
            "average",
            "mean",
            "median",
            "share",
            "margin",
            "ctr",
            "cvr",
            "roas",
            "acos",
            "cpc",
            "cpm",
            "cpa",
            "exchange",
            "fx",
            "multiplier",
            "factor",
            "probability",
            "rating",
            "score",
            "rank",
            "weight",
            "per");
    private static final Set<String> PRICES = Set.of("price", "msrp", "mrp", "preis", "unitprice", "tariff");
    private static final Set<String> LEVELS = Set.of(
            "balance",
            "stock",
            "inventory",
            "onhand",
            "hand",
            "level",
            "available",
            "backlog",
            "headcount",
            "cumulative",
            "running",
            "ytd",
            "mtd",
            "qtd",
            "lifetime",
            "budget",
            "target",
            "limit",
            "capacity",
            "open",
            "outstanding",
            "snapshot",
            "min",
            "max",
            "minimum",
            "maximum");
    private static final Set<String> LABELS = Set.of(
            "id",
            "key",
            "no",
            "number",
            "code",
            "year",
            "month",
            "day",
            "week",
            "hour",
            "quarter",
            "lat",
            "latitude",
            "lon",
            "lng",
            "longitude",
            "zip",
            "pincode",
            "pin",
            "postal",
            "postcode",
            "version",
            "index",
            "position",
            "age",
            "line",
            "seq",
            "sequence",
            "sort",
            "priority",
            "type",
            "flag",
            "status");
    private static final Set<String> QUESTIONS = Set.of("is", "has", "was", "flag");
    /** Of whole numbers these may be pieces as well. */
    private static final Set<String> EITHER = Set.of("sale", "refund", "discount", "net", "gross", "total", "value");

    private static final Set<String> MONEY = Set.of(
            "amount",
            "amt",
            "revenue",
            "sale",
            "cost",
            "spend",
            "spent",
            "tax",
            "discount",
            "fee",
            "total",
            "subtotal",
            "refund",
            "gross",
            "net",
            "shipping",
            "commission",
            "profit",
            "cog",
            "cogs",
            "payout",
            "earning",
            "turnover",
            "charge",
            "gmv",
            "vat",
            "betrag",
            "umsatz",
            "montant",
            "importe",
            "income",
            "paid",
            "value");
    private static final Set<String> PIECES = Set.of(
            "quantity",
            "qty",
            "unit",
            "click",
            "impression",
            "view",
            "session",
            "visit",
            "item",
            "piece",
            "order",
            "conversion",
            "download",
            "install",
            "signup",
            "purchase",
            "menge",
            "anzahl",
            "count",
            "pageview",
            "return");
    private static final Set<String> HUNDREDTHS = Set.of("cent", "cents", "paise", "pence", "minor");
    private static final Set<String> SPOKEN_RATES =
            Set.of("rate", "ratio", "percent", "percentage", "average", "snapshot", "balance", "cumulative", "per");

    private NumberColumns() {}

    /** @param why as a sentence's end */
    record Judged(Role role, String why) {}

    static Judged of(String column, Type type, String comment) {
        var words = Words.of(column);
        var said = Words.of(comment);
        if (words.hasAny(RATES) || said.hasAny(SPOKEN_RATES)) {
            return new Judged(Role.UNSURE, "it speaks of a rate, a score or a level, and their sum means nothing");
        }
        if (words.hasAny(LEVELS)) {
            return new Judged(Role.UNSURE, "it speaks of a level at one time, which does not add up over days");
        }
        if (isPrice(words) || said.hasAny(PRICES)) {
            return new Judged(Role.UNSURE, "it speaks of the price of one piece, and the sum of prices means nothing");
        }
        if (words.hasAny(HUNDREDTHS)) {
            return new Judged(Role.CENTS, "its name speaks of hundredths of a currency");
        }
        if (words.endsWithAny(LABELS) || words.hasAny(QUESTIONS)) {
            return new Judged(Role.UNSURE, "it speaks of a number that names something or answers yes or no");
        }
        return ofName(words, type, said);
    }

    private static boolean isPrice(Words words) {
        return words.hasAny(PRICES) && !words.hasAny(Set.of("total", "extended"))
                || words.hasAny(MONEY) && words.all().stream().anyMatch(Set.of("unit", "each", "list")::contains);
    }

    // The last word decides: "order total" is money, "total orders" are pieces.
    private static Judged ofName(Words words, Type type, Words said) {
        var pieces = new Judged(Role.QUANTITY, "its name speaks of a number of pieces");
        var last = new Words(words.all()
                .subList(Math.max(0, words.all().size() - 1), words.all().size()));
        if (last.hasAny(PIECES)) {
            return pieces;
        }
        if (words.hasAny(MONEY)) {
            return type == Type.INTEGER
                            && words.all().stream()
                                    .map(Words::singular)
                                    .filter(MONEY::contains)
                                    .allMatch(EITHER::contains)
                            && !said.hasAny(MONEY)
                    ? new Judged(Role.UNSURE, "its whole numbers may be money or pieces")
                    : new Judged(Role.MONEY, "its name speaks of an amount of money");
        }
        return words.hasAny(PIECES) ? pieces : ofComment(said);
    }

    private static Judged ofComment(Words said) {
        if (said.hasAny(HUNDREDTHS)) {
            return new Judged(Role.CENTS, "its comment speaks of hundredths of a currency");
        }
        if (said.hasAny(MONEY)) {
            return new Judged(Role.MONEY, "its comment speaks of an amount of money");
        }
        return said.hasAny(PIECES)
                ? new Judged(Role.QUANTITY, "its comment speaks of a number of pieces")
                : new Judged(Role.UNSURE, "neither name nor comment says whether it may be added up");
    }
}
