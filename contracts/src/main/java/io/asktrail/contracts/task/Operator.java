package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a filter compares. On a dimension it keeps rows, on a metric it keeps groups. */
public enum Operator {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    IN("in"),
    NOT_IN("not_in"),
    CONTAINS("contains"),
    IS_NULL("is_null");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }

    /** What holds where this does not, of two numbers or texts; those that compare with several or with none stay. */
    public Operator negated() {
        return switch (this) {
            case GT -> LE;
            case LT -> GE;
            case GE -> LT;
            case LE -> GT;
            case EQ -> NE;
            case NE -> EQ;
            case IN, NOT_IN, CONTAINS, IS_NULL -> this;
        };
    }

    /** The same the other way round, with less for more; those that tell no more from less stay. */
    public Operator mirrored() {
        return switch (this) {
            case GT -> LT;
            case LT -> GT;
            case GE -> LE;
            case LE -> GE;
            case EQ, NE, IN, NOT_IN, CONTAINS, IS_NULL -> this;
        };
    }

    @JsonCreator
    public static Operator parse(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no operator: use =, !=, <, <=, >, >=, in, not_in, contains or is_null"
                                .formatted(symbol)));
    }
}
