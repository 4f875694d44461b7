package io.asktrail.guardrails.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the parser may put into the parts of a statement that the rules let pass. A version of it that reads more has more to
 * hide a clause in: whoever takes one looks at what is new here, has the walk judge it, and writes it down.
 */
class ParserPartsTest {
    private static final String PARSER = "net.sf.jsqlparser.";
    private static final String PARTS = "/attacks/parts.txt";

    /** A part, and everything that it can hold as it was last looked through. */
    record Part(String type, String held) {
        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Part> parts() throws IOException {
        try (var file = Objects.requireNonNull(ParserPartsTest.class.getResourceAsStream(PARTS))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.split(": ?", 2))
                            .map(part -> new Part(part[0], part[1]))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void holdsNothingThatNobodyLookedAt(Part part) throws ClassNotFoundException {
        assertThat(heldBy(Class.forName(PARSER + part.type()))).isEqualTo(part.held());
    }

    @Test
    void lists() throws IOException {
        assertThat(parts()).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    }

    private static String heldBy(Class<?> type) {
        var names = new TreeSet<String>();
        for (Class<?> each = type; each != null && each.getName().startsWith(PARSER); each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                    .map(Field::getName)
                    .forEach(names::add);
        }
        return names.stream().collect(Collectors.joining(", "));
    }
}
