package io.asktrail.service.problem;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Says in plain words, without the name of a class, why a body could not be read and where. */
final class JsonFaults {
    private final JsonMapper json;

    JsonFaults(JsonMapper json) {
        this.json = json;
    }

    String sentence(@Nullable Throwable fault) {
        return switch (fault) {
            case null -> "The request has no body: send JSON.";
            case StreamConstraintsException _ -> "The JSON is nested too deeply or holds a text that is too long.";
            case UnexpectedEndOfInputException broken -> "The JSON ends too early, at " + position(broken) + ".";
            case StreamReadException broken -> "The body is not valid JSON at " + position(broken) + ".";
            case UnrecognizedPropertyException unknown -> unknownProperty(unknown);
            case InvalidTypeIdException unknown ->
                "%s does not say which kind it is, or names an unknown one.".formatted(place(unknown));
            case InvalidFormatException wrong ->
                "%s cannot be '%s': it has to be %s."
                        .formatted(place(wrong), shortened(wrong.getValue()), expected(wrong.getTargetType()));
            case MismatchedInputException wrong ->
                "%s has the wrong shape: it has to be %s.".formatted(place(wrong), expected(wrong.getTargetType()));
            case ValueInstantiationException refused -> refusal(refused);
            case JacksonException other -> "%s cannot be read.".formatted(place(other));
            default -> "The body cannot be read: send JSON in UTF-8.";
        };
    }

    private static String unknownProperty(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        var hint = known == null || known.isEmpty()
                ? ""
                : ": use " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return "%s is not known here%s.".formatted(place(unknown), hint);
    }

    private static String refusal(ValueInstantiationException refused) {
        // What our own records say is meant to be read; whatever else they run into is not.
        if (refused.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null) {
            return "%s: %s.".formatted(place(refused), ours.getMessage());
        }
        return place(refused) + " is incomplete: a value that is needed is missing or null.";
    }

    private static String place(JacksonException fault) {
        var path = new StringBuilder();
        for (var part : fault.getPath()) {
            if (part.getPropertyName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return path.isEmpty() ? "The body" : "'" + shortened(path) + "'";
    }

    private static String position(JacksonException fault) {
        var location = fault.getLocation();
        return location == null
                ? "an unknown place"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of " + names(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == LocalDate.class) {
            return "a date such as 2025-10-31";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone such as Asia/Kolkata";
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return CharSequence.class.isAssignableFrom(type) ? "a text" : "an object of the documented form";
    }

    private String names(Object[] constants) {
        return Arrays.stream(constants)
                .map(constant -> json.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
