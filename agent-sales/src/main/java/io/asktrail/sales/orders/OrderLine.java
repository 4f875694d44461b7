package io.asktrail.sales.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One order item, cleaned. */
record OrderLine(
        String orderId,
        LocalDate date,
        @Nullable String sku,
        @Nullable String style,
        @Nullable String category,
        @Nullable String size,
        @Nullable String asin,
        @Nullable String state,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String status,
        @Nullable String fulfilment,
        @Nullable String salesChannel,
        @Nullable String serviceLevel,
        @Nullable String courierStatus,
        int quantity,
        @Nullable String currency,
        BigDecimal amount,
        @Nullable String b2b,
        @Nullable String promotions) {}
