package io.asktrail.sales.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a clean line of a raw one, or says why it cannot; counts what it puts right. */
final class LineCleaner {
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");
    private static final int EARLIEST_YEAR = 1995;
    private static final int LATEST_YEAR = 2099;
    private static final int MOST_PIECES = 1_000_000;

    private final OrderColumns columns;
    private final Spellings states;
    private final CityNames cities;
    private final ZoneId zone;
    private final RepairCount repairs;

    LineCleaner(OrderColumns columns, Spellings states, CityNames cities, ZoneId zone, RepairCount repairs) {
        this.columns = columns;
        this.states = states;
        this.cities = cities;
        this.zone = zone;
        this.repairs = repairs;
    }

    /** What became of a line; the reasons are few, so that they can be counted. */
    sealed interface Outcome {
        record Clean(OrderLine line) implements Outcome {}

        record SetAside(String reason) implements Outcome {}
    }

    /** Why a line cannot be loaded; thrown and caught within this class. */
    private static final class Unusable extends Exception {
        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    Outcome clean(List<String> raw) {
        if (!columns.fits(raw)) {
            return new Outcome.SetAside("more or fewer fields than the header");
        }
        try {
            return new Outcome.Clean(line(raw));
        } catch (Unusable e) {
            return new Outcome.SetAside(String.valueOf(e.getMessage()));
        }
    }

    private OrderLine line(List<String> raw) throws Unusable {
        // What may fail comes first: a line that is set aside was not repaired.
        var orderId = required(raw, OrderField.ORDER_ID, "order id");
        var date = date(required(raw, OrderField.DATE, "date"));
        var quantity = quantity(columns.text(raw, OrderField.QUANTITY));
        var amount = amount(columns.text(raw, OrderField.AMOUNT));
        return new OrderLine(
                orderId,
                date,
                columns.text(raw, OrderField.SKU),
                columns.text(raw, OrderField.STYLE),
                columns.text(raw, OrderField.CATEGORY),
                columns.text(raw, OrderField.SIZE),
                columns.text(raw, OrderField.ASIN),
                state(columns.text(raw, OrderField.STATE)),
                city(columns.text(raw, OrderField.CITY)),
                postalCode(columns.text(raw, OrderField.POSTAL_CODE)),
                columns.text(raw, OrderField.STATUS),
                columns.text(raw, OrderField.FULFILMENT),
                columns.text(raw, OrderField.SALES_CHANNEL),
                columns.text(raw, OrderField.SERVICE_LEVEL),
                columns.text(raw, OrderField.COURIER_STATUS),
                quantity,
                columns.text(raw, OrderField.CURRENCY),
                amount,
                yesOrNo(columns.text(raw, OrderField.B2B)),
                columns.text(raw, OrderField.PROMOTIONS));
    }

    private String required(List<String> raw, OrderField field, String name) throws Unusable {
        @Nullable String text = columns.text(raw, field);
        if (text == null) {
            throw new Unusable("no " + name);
        }
        return text;
    }

    private LocalDate date(String text) throws Unusable {
        try {
            var date = columns.format().date(text, zone);
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
                return date;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new Unusable("a date that is none, or not as this form of file writes it");
    }

    private static int quantity(@Nullable String text) throws Unusable {
        if (text == null) {
            return 0;
        }
        try {
            var pieces = new BigDecimal(text).intValueExact();
            if (pieces >= 0 && pieces <= MOST_PIECES) {
                return pieces;
            }
        } catch (ArithmeticException | NumberFormatException _) {
            // said below
        }
        throw new Unusable("a quantity that is no whole number");
    }

    private BigDecimal amount(@Nullable String text) throws Unusable {
        if (text == null) {
            repairs.add(Repair.EMPTY_AMOUNT);
            return BigDecimal.ZERO;
        }
        try {
            var written = new BigDecimal(text.replace(",", ""));
            if (written.abs().compareTo(MOST) > 0) {
                throw new Unusable("an amount that is no sum of money");
            }
            var amount = written.setScale(2, RoundingMode.HALF_UP);
            if (text.contains(",") || amount.compareTo(written) != 0) {
                repairs.add(Repair.AMOUNT_SPELLING);
            }
            return amount;
        } catch (NumberFormatException _) {
            throw new Unusable("an amount that is no sum of money");
        }
    }

    private @Nullable String state(@Nullable String written) {
        if (written == null) {
            repairs.add(Repair.NO_STATE);
            return null;
        }
        var known = states.of(written);
        if (known.isEmpty()) {
            repairs.addUnknownState(written);
            return written;
        }
        if (!known.get().equals(written)) {
            repairs.add(Repair.STATE_SPELLING);
        }
        return known.get();
    }

    private @Nullable String city(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var name = cities.of(written);
        if (!name.equals(written)) {
            repairs.add(Repair.CITY_SPELLING);
        }
        return name;
    }

    // A spreadsheet took the code for a number and wrote 400081.0.
    private @Nullable String postalCode(@Nullable String written) {
        if (written == null || !written.endsWith(".0")) {
            return written;
        }
        repairs.add(Repair.POSTAL_CODE);
        return written.substring(0, written.length() - 2);
    }

    private static @Nullable String yesOrNo(@Nullable String written) {
        return switch (written == null ? "" : written.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> "yes";
            case "false", "no", "0" -> "no";
            default -> written;
        };
    }
}
