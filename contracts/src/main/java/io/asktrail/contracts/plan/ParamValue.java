package io.asktrail.contracts.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What a parameter of a template is set to, as it was written: a text is no number, even where it reads like one. */
public sealed interface ParamValue {
    record Text(@JsonValue String text) implements ParamValue {}

    record Numeric(@JsonValue BigDecimal number) implements ParamValue {}

    record Flag(@JsonValue boolean flag) implements ParamValue {}

    record Texts(@JsonValue List<String> texts) implements ParamValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Reads what a JSON parser made of the value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ParamValue of(Object raw) {
        return switch (raw) {
            case ParamValue value -> value;
            case String text -> new Text(text);
            case Boolean flag -> new Flag(flag);
            case BigDecimal number -> new Numeric(number);
            case BigInteger number -> new Numeric(new BigDecimal(number));
            case Integer number -> new Numeric(BigDecimal.valueOf(number));
            case Long number -> new Numeric(BigDecimal.valueOf(number));
            // A double prints the shortest decimal that means it, which is what was written.
            case Double number -> new Numeric(BigDecimal.valueOf(number));
            case List<?> list -> new Texts(list.stream().map(ParamValue::text).toList());
            default -> throw new IllegalArgumentException("a parameter is a text, a number, true or false, or texts");
        };
    }

    private static String text(Object raw) {
        if (raw instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a list of a parameter holds texts alone, not " + raw);
    }
}
