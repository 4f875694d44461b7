package io.asktrail.personal;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes numbers as their issuers do, check digits included. The check digits are worked out here by other means than in
 * the code under test: the group by its rule instead of its table, Luhn from the left.
 */
final class IssuedNumbers {
    private static final String BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] TURN = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private final Random random;

    IssuedNumbers(Random random) {
        this.random = random;
    }

    String digits(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Integer.toString(random.nextInt(10)))
                .collect(Collectors.joining());
    }

    String letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> String.valueOf((char) ('A' + random.nextInt(26))))
                .collect(Collectors.joining());
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    String aadhaar() {
        var body = between(2, 9) + digits(10);
        return body + verhoeff(body);
    }

    String pan() {
        return letters(3)
                + any(List.of("P", "P", "P", "C", "H", "F", "A", "T", "B", "L", "J", "G"))
                + letters(1)
                + digits(4)
                + letters(1);
    }

    String gstin() {
        var body = "%02d".formatted(between(1, 37)) + pan() + between(1, 9) + "Z";
        return body + gstinCheck(body);
    }

    /** By prefix and length, as the networks give them out. */
    String card() {
        var kind = any(List.of(
                "4:16", "4:16", "51:16", "55:16", "2221:16", "2720:16", "34:15", "37:15", "6071:16", "6521:16",
                "8172:16", "5081:16", "6011:16", "3530:16", "36:14", "62:16"));
        var prefix = kind.substring(0, kind.indexOf(':'));
        var length = Integer.parseInt(kind.substring(kind.indexOf(':') + 1));
        var body = prefix + digits(length - prefix.length() - 1);
        return IntStream.range(0, 10)
                .mapToObj(digit -> body + digit)
                .filter(IssuedNumbers::luhn)
                .findFirst()
                .orElseThrow();
    }

    static boolean luhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(i) - '0';
            sum += (number.length() - i) % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }

    static String verhoeff(String body) {
        return IntStream.range(0, 10)
                .filter(check -> checksum(body + check) == 0)
                .mapToObj(Integer::toString)
                .findFirst()
                .orElseThrow();
    }

    static int checksum(String number) {
        var product = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            for (var turns = 0; turns < i % 8; turns++) {
                digit = TURN[digit];
            }
            product = times(product, digit);
        }
        return product;
    }

    // Rotations 0 to 4 and reflections 5 to 9 of a pentagon.
    private static int times(int left, int right) {
        if (left < 5) {
            return right < 5 ? (left + right) % 5 : 5 + (left + right - 5) % 5;
        }
        return right < 5 ? 5 + (left - right) % 5 : (left - right + 5) % 5;
    }

    private static char gstinCheck(String body) {
        var sum = 0;
        var factor = 2;
        for (var i = body.length() - 1; i >= 0; i--) {
            var product = factor * BASE_36.indexOf(body.charAt(i));
            factor = factor == 2 ? 1 : 2;
            sum += product / 36 + product % 36;
        }
        return BASE_36.charAt((36 - sum % 36) % 36);
    }
}
