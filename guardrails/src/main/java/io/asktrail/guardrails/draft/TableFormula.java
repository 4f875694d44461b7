package io.asktrail.guardrails.draft;

import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Arithmetic over the cells of a table: {@code sum(spend)}, {@code spend[0]/sum(spend)}, {@code count(rows)}, with
 * {@code + - * /}, brackets, numbers, {@code min}, {@code max} and {@code total(column)} for the totals row.
 */
final class TableFormula {
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\(([a-z][a-z0-9_.]*)\\)");
    private static final Pattern CELL = Pattern.compile("([a-z][a-z0-9_.]*)\\[([0-9]{1,7})]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final Table table;
    private final String text;
    private int at;

    TableFormula(Table table, String text) {
        this.table = table;
        this.text = text.replace(" ", "");
    }

    /** Empty if it cannot be worked out from this table. */
    Optional<BigDecimal> value() {
        var value = sum();
        return at == text.length() ? value : Optional.empty();
    }

    private Optional<BigDecimal> sum() {
        var left = product();
        while (left.isPresent() && (next('+') || next('-'))) {
            var plus = text.charAt(at++) == '+';
            var one = left.get();
            left = product().map(other -> plus ? one.add(other) : one.subtract(other));
        }
        return left;
    }

    private Optional<BigDecimal> product() {
        var left = factor();
        while (left.isPresent() && (next('*') || next('/'))) {
            var times = text.charAt(at++) == '*';
            var one = left.get();
            left = factor().filter(other -> times || other.signum() != 0)
                    .map(other -> times ? one.multiply(other) : one.divide(other, MathContext.DECIMAL128));
        }
        return left;
    }

    private Optional<BigDecimal> factor() {
        if (next('(')) {
            at++;
            var inner = sum();
            return next(')') && at++ >= 0 ? inner : Optional.empty();
        }
        var call = CALL.matcher(text).region(at, text.length());
        if (call.lookingAt()) {
            at = call.end();
            return call(call.group(1), call.group(2));
        }
        var cell = CELL.matcher(text).region(at, text.length());
        if (cell.lookingAt()) {
            at = cell.end();
            return cell(cell.group(1), Integer.parseInt(cell.group(2)));
        }
        var number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return Optional.of(new BigDecimal(number.group()));
        }
        return Optional.empty();
    }

    private boolean next(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private Optional<BigDecimal> cell(String column, int row) {
        var index = table.indexOf(column);
        return index.isPresent()
                        && row < table.size()
                        && table.rows().get(row).get(index.getAsInt()) instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }

    private Optional<BigDecimal> call(String function, String column) {
        var cells = cells(column);
        return switch (function) {
            case "count" -> Optional.of(BigDecimal.valueOf(column.equals("rows") ? table.size() : cells.size()));
            case "sum" -> cells.isEmpty() ? Optional.empty() : cells.stream().reduce(BigDecimal::add);
            case "min" -> cells.stream().min(Comparator.naturalOrder());
            case "max" -> cells.stream().max(Comparator.naturalOrder());
            case "total" -> total(column);
            default -> Optional.empty();
        };
    }

    private Optional<BigDecimal> total(String column) {
        var index = table.indexOf(column);
        var totals = table.totals();
        return index.isPresent() && totals != null && totals.get(index.getAsInt()) instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }

    private List<BigDecimal> cells(String column) {
        var index = table.indexOf(column);
        var cells = new ArrayList<BigDecimal>();
        if (index.isPresent()) {
            IntStream.range(0, table.size()).forEach(row -> {
                if (table.rows().get(row).get(index.getAsInt()) instanceof BigDecimal number) {
                    cells.add(number);
                }
            });
        }
        return cells;
    }
}
