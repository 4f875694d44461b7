package io.asktrail.personal;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What stands in ads and sales data and only looks like personal data. */
final class LookAlikes {
    private static final List<String> SENTENCES = List.of(
            "%s",
            "%s",
            "%s.",
            "(%s)",
            "we saw %s in October",
            "top row: %s",
            "Kurtas | %s | exact",
            "%s fell by 12 %%",
            "compare %s with last week",
            "पिछले महीने %s");

    private final Random random;
    private final IssuedNumbers numbers;

    LookAlikes(Random random) {
        this.random = random;
        this.numbers = new IssuedNumbers(random);
    }

    String next(int index) {
        return numbers.any(SENTENCES).replace("%s", value(index % 20)).replace("%%", "%");
    }

    private String value(int kind) {
        return switch (kind) {
            case 0 -> "%s-%s-%s".formatted(numbers.between(171, 408), numbers.digits(7), numbers.digits(7));
            case 1 -> "order " + numbers.between(171, 408) + "-" + numbers.digits(7) + "-" + numbers.digits(7);
            case 2 -> "B0" + numbers.any(List.of("8", "9", "C", "D")) + numbers.letters(2) + numbers.digits(5);
            case 3 -> numbers.letters(3) + "-" + numbers.digits(4) + "-" + numbers.any(List.of("S", "M", "L", "XL"));
            case 4 -> "SKU " + numbers.letters(4) + numbers.digits(6);
            case 5 -> "₹" + indianGrouping() + "." + numbers.digits(2);
            case 6 ->
                numbers.any(List.of("₹", "₹ ", "Rs ", "Rs. ", "INR ")) + numbers.between(6, 9) + numbers.digits(9);
            case 7 -> numbers.between(6, 9) + numbers.digits(9) + "." + numbers.digits(2);
            case 8 ->
                numbers.between(6, 9)
                        + numbers.digits(9)
                        + numbers.any(List.of(" impressions", " clicks", " units", " views", " orders"));
            case 9 ->
                numbers.any(List.of("impressions ", "impressions: ", "clicks = ", "total of ", "reach was "))
                        + numbers.between(6, 9)
                        + numbers.digits(9);
            case 10 -> date();
            case 11 ->
                numbers.any(List.of("campaign ", "campaign id ", "campaign_id=", "ad group ", "keyword id: "))
                        + numbers.between(1, 9)
                        + numbers.digits(numbers.between(14, 18));
            case 12 -> numbers.between(1, 9) + numbers.digits(numbers.between(14, 18));
            case 13 -> "Aadhaar-like " + wrongAadhaar();
            case 14 -> wrongCard();
            case 15 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 16 ->
                "%d,%s,%s,%s".formatted(numbers.between(1, 9), numbers.digits(3), numbers.digits(3), numbers.digits(3));
            case 17 -> numbers.between(1, 99) + "." + numbers.digits(2) + " % of " + indianGrouping();
            case 18 -> "OD" + numbers.digits(18);
            default -> "EAN 890" + numbers.digits(10);
        };
    }

    private String indianGrouping() {
        return "%d,%s,%s,%s".formatted(numbers.between(1, 99), numbers.digits(2), numbers.digits(2), numbers.digits(3));
    }

    private String date() {
        var day = "2025-%02d-%02d".formatted(numbers.between(1, 12), numbers.between(1, 28));
        return numbers.any(List.of(
                day,
                day + "T06:00:00Z",
                day + ".." + day,
                day + " 10:15:30.123",
                day.replace("-", ""),
                day.replace("-", "") + "101530",
                "%02d/%02d/2025".formatted(numbers.between(1, 28), numbers.between(1, 12)),
                "1–31 Oct 2025",
                "epoch " + numbers.between(1_600_000_000, 1_790_000_000)));
    }

    private String wrongAadhaar() {
        var right = numbers.aadhaar();
        var last = (right.charAt(11) - '0' + numbers.between(1, 9)) % 10;
        return right.substring(0, 11) + last;
    }

    private String wrongCard() {
        var right = numbers.card();
        var last = (right.charAt(right.length() - 1) - '0' + numbers.between(1, 9)) % 10;
        return right.substring(0, right.length() - 1) + last;
    }
}
