package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What a field is compared with: one text, one number, or a list of texts. */
public sealed interface FilterValue {
    record Text(@JsonValue String text) implements FilterValue {}

    record Numeric(@JsonValue BigDecimal number) implements FilterValue {}

    record Texts(@JsonValue List<String> texts) implements FilterValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Reads what a JSON parser made of the value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FilterValue of(Object raw) {
        return switch (raw) {
            case FilterValue value -> value;
            case String text -> new Text(text);
            case BigDecimal number -> new Numeric(number);
            case BigInteger number -> new Numeric(new BigDecimal(number));
            case Integer number -> new Numeric(BigDecimal.valueOf(number));
            case Long number -> new Numeric(BigDecimal.valueOf(number));
            // A double prints the shortest decimal that means it, which is what was written.
            case Double number -> new Numeric(BigDecimal.valueOf(number));
            case Boolean flag -> new Text(flag.toString());
            case List<?> list -> new Texts(list.stream().map(String::valueOf).toList());
            default -> throw new IllegalArgumentException("a filter compares with a text, a number or a list of texts");
        };
    }

    /** The texts that are meant; a number stands for its plain digits. */
    default List<String> texts() {
        return switch (this) {
            case Text(var text) -> List.of(text);
            case Numeric(var number) -> List.of(number.toPlainString());
            case Texts(var texts) -> texts;
        };
    }
}
