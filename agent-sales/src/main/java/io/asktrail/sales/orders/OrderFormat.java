package io.asktrail.sales.orders;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The two forms of order file, told apart by their header; what each calls the fields, and how it writes a date. */
enum OrderFormat {
    /** Seller Central's All Orders report: tab-separated, moments with an offset. */
    ALL_ORDERS(Map.ofEntries(
            Map.entry(OrderField.ORDER_ID, "amazon-order-id"),
            Map.entry(OrderField.DATE, "purchase-date"),
            Map.entry(OrderField.STATUS, "order-status"),
            Map.entry(OrderField.FULFILMENT, "fulfillment-channel"),
            Map.entry(OrderField.SALES_CHANNEL, "sales-channel"),
            Map.entry(OrderField.SERVICE_LEVEL, "ship-service-level"),
            Map.entry(OrderField.SKU, "sku"),
            Map.entry(OrderField.ASIN, "asin"),
            Map.entry(OrderField.COURIER_STATUS, "item-status"),
            Map.entry(OrderField.QUANTITY, "quantity"),
            Map.entry(OrderField.CURRENCY, "currency"),
            Map.entry(OrderField.AMOUNT, "item-price"),
            Map.entry(OrderField.CITY, "ship-city"),
            Map.entry(OrderField.STATE, "ship-state"),
            Map.entry(OrderField.POSTAL_CODE, "ship-postal-code"),
            Map.entry(OrderField.PROMOTIONS, "promotion-ids"),
            Map.entry(OrderField.B2B, "is-business-order"))) {
        @Override
        LocalDate date(String text, ZoneId zone) {
            return OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
        }
    },
    /** A sale report as CSV: local dates, month first. */
    SALE_REPORT(Map.ofEntries(
            Map.entry(OrderField.ORDER_ID, "order id"),
            Map.entry(OrderField.DATE, "date"),
            Map.entry(OrderField.STATUS, "status"),
            Map.entry(OrderField.FULFILMENT, "fulfilment"),
            Map.entry(OrderField.SALES_CHANNEL, "sales channel"),
            Map.entry(OrderField.SERVICE_LEVEL, "ship-service-level"),
            Map.entry(OrderField.STYLE, "style"),
            Map.entry(OrderField.SKU, "sku"),
            Map.entry(OrderField.CATEGORY, "category"),
            Map.entry(OrderField.SIZE, "size"),
            Map.entry(OrderField.ASIN, "asin"),
            Map.entry(OrderField.COURIER_STATUS, "courier status"),
            Map.entry(OrderField.QUANTITY, "qty"),
            Map.entry(OrderField.CURRENCY, "currency"),
            Map.entry(OrderField.AMOUNT, "amount"),
            Map.entry(OrderField.CITY, "ship-city"),
            Map.entry(OrderField.STATE, "ship-state"),
            Map.entry(OrderField.POSTAL_CODE, "ship-postal-code"),
            Map.entry(OrderField.PROMOTIONS, "promotion-ids"),
            Map.entry(OrderField.B2B, "b2b"))) {
        @Override
        LocalDate date(String text, ZoneId zone) {
            return LocalDate.parse(text, MONTH_FIRST);
        }
    };

    private static final DateTimeFormatter MONTH_FIRST =
            DateTimeFormatter.ofPattern("MM-dd-uu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Map<OrderField, String> names;

    OrderFormat(Map<OrderField, String> names) {
        this.names = new EnumMap<>(names);
    }

    /** @throws DateTimeException if it is no date as this form writes one */
    abstract LocalDate date(String text, ZoneId zone);

    /** The form with such a header and where its fields stand; empty if it is of neither form. */
    static Optional<OrderColumns> recognise(List<String> header) {
        var named = header.stream().map(OrderFormat::plain).toList();
        return Stream.of(values())
                .filter(format -> named.containsAll(format.names.values()))
                .map(format -> new OrderColumns(format, format.places(named), header.size()))
                .findFirst();
    }

    /** For a person who gave another file. */
    static String expected() {
        return "an All Orders report (tab-separated: %s, …) or a sale report (comma-separated: %s, …)"
                .formatted(ALL_ORDERS.firstNames(), SALE_REPORT.firstNames());
    }

    private String firstNames() {
        return String.join(
                ", ",
                Stream.of(
                                OrderField.ORDER_ID,
                                OrderField.DATE,
                                OrderField.STATUS,
                                OrderField.SKU,
                                OrderField.QUANTITY,
                                OrderField.AMOUNT,
                                OrderField.STATE)
                        .map(names::get)
                        .toList());
    }

    private Map<OrderField, Integer> places(List<String> named) {
        var places = new EnumMap<OrderField, Integer>(OrderField.class);
        names.forEach((field, name) -> places.put(field, named.indexOf(name)));
        return places;
    }

    // The mark that some programs put before the first character is no part of a name.
    private static String plain(String name) {
        return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    }
}
