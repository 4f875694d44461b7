package io.asktrail.personal;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Personal data as people write it: with gaps, dashes, prefixes, other scripts' digits, alone or in a sentence. */
final class WrittenPersonalData {
    /** @param value what must not be readable afterwards */
    record Sample(PersonalData.Kind kind, String text, String value) {}

    private static final List<String> SENTENCES = List.of(
            "%s",
            "%s",
            "%s.",
            "(%s)",
            "\"%s\"",
            "call %s today",
            "her number is %s, I think",
            "customer wrote: %s please help",
            "contact: %s",
            "Spoke to %s about the refund",
            "reach me on %s!",
            "%s is what they gave us",
            "मेरा नंबर %s है",
            "mujhe %s pe bhejo",
            "note=%s;",
            "value '%s'",
            "shoppers typed %s 12 times",
            "on 2025-10-03 we got %s from Delhi",
            "{\"v\":\"%s\"}",
            "search term\t%s\n");

    private final Random random;
    private final IssuedNumbers numbers;

    WrittenPersonalData(Random random) {
        this.random = random;
        this.numbers = new IssuedNumbers(random);
    }

    Sample next(int index) {
        var kind = PersonalData.Kind.values()[index % PersonalData.Kind.values().length];
        var value =
                switch (kind) {
                    case MAIL -> mail();
                    case PHONE -> phone();
                    case PAN -> prefixed(List.of("PAN ", "PAN: ", "pan no. ", ""), pan());
                    case AADHAAR ->
                        prefixed(List.of("Aadhaar ", "UID: ", "aadhar no ", ""), grouped(numbers.aadhaar(), 4, 4, 4));
                    case GSTIN -> prefixed(List.of("GSTIN ", "GST no: ", ""), gstin());
                    case CARD -> prefixed(List.of("card ", "Visa: ", "paid with ", ""), card());
                };
        return new Sample(kind, numbers.any(SENTENCES).replace("%s", value), value);
    }

    private String prefixed(List<String> prefixes, String value) {
        return numbers.any(prefixes) + value;
    }

    private String mail() {
        var name = numbers.any(List.of(
                "asha.rao",
                "r_kumar",
                "o'neil",
                "neha+ads",
                "x",
                "sales%west",
                "अशोक",
                "ravi-2025",
                "MEERA.IYER",
                "a.b.c.d",
                "99acres",
                "müller"));
        var host = numbers.any(List.of(
                "example.com",
                "example.co.in",
                "mail.example.org",
                "ex-ample.in",
                "EXAMPLE.NET",
                "उदाहरण.भारत",
                "a1.example.museum",
                "sub.sub2.example.io"));
        var at = numbers.any(List.of("@", "@", "@", "@", "@", "＠", "[at]", " (at) "));
        return name + at + host;
    }

    private String phone() {
        var written = random.nextInt(10) < 7 ? indian() : foreign();
        return inAnyScript(written);
    }

    private String indian() {
        var number = numbers.between(6, 9) + numbers.digits(9);
        var prefix = numbers.any(List.of("", "", "0", "+91", "+91 ", "+91-", "91 ", "0091 ", "(+91) ", "+91 - "));
        var body =
                switch (random.nextInt(6)) {
                    case 0 -> grouped(number, 5, 5);
                    case 1 -> grouped(number, 3, 3, 4);
                    case 2 -> grouped(number, 4, 3, 3);
                    case 3 -> grouped(number, 2, 4, 4);
                    default -> number;
                };
        return prefix + body;
    }

    private String foreign() {
        return numbers.any(List.of(
                "+1 (%d) 555-%s".formatted(numbers.between(201, 989), numbers.digits(4)),
                "+1-415-%d-%s".formatted(numbers.between(200, 999), numbers.digits(4)),
                "+1.212.%d.%s".formatted(numbers.between(200, 999), numbers.digits(4)),
                "+44 20 7%s %s".formatted(numbers.digits(3), numbers.digits(4)),
                "+44 7%d %s".formatted(numbers.between(400, 999), numbers.digits(6)),
                "0044 7700 %s".formatted(numbers.digits(6)),
                "+971 50 %s %s".formatted(numbers.digits(3), numbers.digits(4)),
                "+9715%s".formatted("5" + numbers.digits(7)),
                "+65 9%s %s".formatted(numbers.digits(3), numbers.digits(4)),
                "+49 151 %s".formatted(numbers.digits(8)),
                "+61 4%s %s %s".formatted(numbers.digits(2), numbers.digits(3), numbers.digits(3)),
                "+33 6 %s %s %s %s"
                        .formatted(numbers.digits(2), numbers.digits(2), numbers.digits(2), numbers.digits(2)),
                "+966 5%s %s %s".formatted(numbers.digits(1), numbers.digits(3), numbers.digits(4)),
                "+977 98%s".formatted(numbers.digits(8)),
                "+880 17%s-%s".formatted(numbers.digits(2), numbers.digits(6))));
    }

    private String pan() {
        var pan = numbers.pan();
        return switch (random.nextInt(5)) {
            case 0 -> pan.toLowerCase(Locale.ROOT);
            case 1 -> pan.substring(0, 5) + " " + pan.substring(5, 9) + " " + pan.substring(9);
            case 2 -> pan.substring(0, 5) + "-" + pan.substring(5, 9) + "-" + pan.substring(9);
            default -> pan;
        };
    }

    private String gstin() {
        var gstin = numbers.gstin();
        return switch (random.nextInt(4)) {
            case 0 -> gstin.toLowerCase(Locale.ROOT);
            case 1 -> gstin.substring(0, 2) + " " + gstin.substring(2, 12) + " " + gstin.substring(12);
            default -> gstin;
        };
    }

    private String card() {
        var card = numbers.card();
        return card.length() == 16
                ? grouped(card, 4, 4, 4, 4)
                : card.length() == 15 ? grouped(card, 4, 6, 5) : grouped(card, 4, 6, 4);
    }

    private String grouped(String digits, int... sizes) {
        var gap = numbers.any(List.of("", "", " ", "-", " ", "\u00A0", "\u2011", "\u2009"));
        var written = new StringBuilder();
        var at = 0;
        for (var size : sizes) {
            written.append(at == 0 ? "" : gap).append(digits, at, at + size);
            at += size;
        }
        return inAnyScript(written.toString());
    }

    private String inAnyScript(String text) {
        var zero = numbers.any(List.of('0', '0', '0', '0', '0', '0', '०', '٠', '০', '０', '௦'));
        return text.chars()
                .mapToObj(character -> String.valueOf(
                        (char) (character >= '0' && character <= '9' ? zero + character - '0' : character)))
                .collect(java.util.stream.Collectors.joining());
    }
}
