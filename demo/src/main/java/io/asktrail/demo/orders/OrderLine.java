package io.asktrail.demo.orders;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One row of {@code sales.order_lines}; money is in paise, the time is India's. */
public record OrderLine(
        Order order,
        int lineNo,
        String sku,
        @Nullable Long campaignId,
        Status status,
        int quantity,
        long amountPaise,
        long refundPaise,
        long cogsPaise) {

    /** What the lines of an order share. */
    public record Order(
            String id,
            LocalDate date,
            LocalTime time,
            long customerId,
            CustomerType customerType,
            String geo,
            String city,
            SalesChannel salesChannel,
            String fulfilment) {}

    /** New on the day of the first order, returning ever after. */
    public enum CustomerType {
        NEW("New"),
        RETURNING("Returning");

        private final String label;

        CustomerType(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it was sold. */
    public enum SalesChannel {
        AMAZON("Amazon.in"),
        FLIPKART("Flipkart"),
        WEBSITE("Website");

        private final String label;

        SalesChannel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What became of the line. */
    public enum Status {
        SHIPPED("Shipped"),
        DELIVERED("Delivered"),
        CANCELLED("Cancelled"),
        RETURNED("Returned");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
