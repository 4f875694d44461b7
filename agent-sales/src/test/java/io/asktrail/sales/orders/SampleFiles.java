package io.asktrail.sales.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small files of both forms, with the faults that real ones have. */
public final class SampleFiles {
    static final String SALE_HEADER = "index,Order ID,Date,Status,Fulfilment,Sales Channel"
            + " ,ship-service-level,Style,SKU,Category,Size,ASIN,Courier"
            + " Status,Qty,currency,Amount,ship-city,ship-state,ship-postal-code,ship-country,promotion-ids,B2B,fulfilled-by,Unnamed:"
            + " 22\n";
    public static final String SALES = SALE_HEADER
            + sale(0, "A-1", "04-30-22", "Cancelled", "S1", 0, "647.62", "MUMBAI", "MAHARASHTRA")
            + sale(1, "A-2", "04-30-22", "Shipped", "S1", 1, "406.0", "bangalore", "KARNATAKA")
            + sale(2, "A-2", "04-30-22", "Shipped", "S2", 2, "1,000.5", "BENGALURU,", "karnataka ")
            + sale(3, "A-2", "04-30-22", "Shipped", "S2", 1, "500.25", "Bengaluru", "KARNATAKA")
            + sale(4, "A-3", "05-01-22", "Shipped - Returned to Seller", "S3", 1, "300", "jhanti pahari", "Orissa")
            + sale(5, "A-4", "05-02-22", "Shipped", "S3", 1, "", "PORT BLAIR", "ANDAMAN & NICOBAR ")
            + sale(6, "A-5", "05-03-22", "Shipped", "S3", 1, "10", "लखनऊ", "APO")
            + sale(7, "A-6", "05-04-22", "Shipped", "S3", 1, "20", "", "");
    static final String ALL_ORDERS = ("amazon-order-id merchant-order-id purchase-date last-updated-date order-status"
                            + " fulfillment-channel sales-channel order-channel ship-service-level product-name sku asin item-status"
                            + " quantity currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax"
                            + " item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country"
                            + " promotion-ids is-business-order purchase-order-number price-designation")
                    .replace(' ', '\t')
            + "\r\n"
            + order("B-1", "2022-04-30T19:00:00+00:00", "Shipped", "5\" blade", "499.00", "New Delhi", "DELHI", "true")
            + order("B-2", "2022-04-30T18:00:00+00:00", "Cancelled", "Mug", "", "KOCHI", "kerela", "false");

    private SampleFiles() {}

    static String sale(
            int index,
            String order,
            String date,
            String status,
            String sku,
            int quantity,
            String amount,
            String city,
            String state) {
        return "%d,%s,%s,%s,Merchant,Amazon.in,Standard,ST,%s,kurta,M,B0,,%d,INR,\"%s\",\"%s\",%s,400081.0,IN,\"P1,P2\",False,Easy Ship,\n"
                .formatted(index, order, date, status, sku, quantity, amount, city, state);
    }

    private static String order(
            String id,
            String date,
            String status,
            String product,
            String price,
            String city,
            String state,
            String b2b) {
        return "%s\t\t%s\t%s\t%s\tAmazon\tAmazon.in\t\tStandard\t%s\tS9\tB09\tShipped\t1\tINR\t%s\t\t\t\t\t\t\t\t%s\t%s\t110001\tIN\t\t%s\t\t\r\n"
                .formatted(id, date, date, status, product, price, city, state, b2b);
    }

    public static Path write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    static byte[] packed(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
