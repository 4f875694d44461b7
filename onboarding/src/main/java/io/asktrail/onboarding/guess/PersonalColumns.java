package io.asktrail.onboarding.guess;

import io.asktrail.live.ColumnSample;
import io.asktrail.personal.PersonalData;
import io.asktrail.registry.schema.ColumnDefinition.Pii;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which columns hold what tells who a person is: by their names, and by what stands in them. */
final class PersonalColumns {
    /** A column is personal if one in twenty of its values is. */
    private static final double ENOUGH = 0.05;

    private static final int LOOKED_AT = 300;

    private static final Set<String> PEOPLE = Set.of(
            "customer",
            "client",
            "buyer",
            "user",
            "person",
            "people",
            "member",
            "contact",
            "recipient",
            "employee",
            "subscriber",
            "shopper",
            "patient",
            "guest",
            "cardholder",
            "payer",
            "lead",
            "kunde",
            "staff");
    private static final Set<String> MAIL = Set.of("email", "mail", "emailaddress", "e_mail");
    private static final Set<String> PHONE =
            Set.of("phone", "mobile", "telephone", "tel", "whatsapp", "fax", "phonenumber");
    private static final Set<String> ADDRESS =
            Set.of("address", "addr", "street", "adresse", "strasse", "landmark", "address1", "address2");
    private static final Set<String> TAX =
            Set.of("pan", "gstin", "aadhaar", "aadhar", "ssn", "passport", "taxid", "vatid", "iban", "nin", "tin");
    private static final Set<String> PARTS_OF_NAMES =
            Set.of("firstname", "lastname", "fullname", "surname", "forename", "middlename", "maiden", "nickname");
    private static final Set<String> SECRET = Set.of("password", "passwd", "secret", "token", "hash", "salt", "pin");

    private PersonalColumns() {}

    /** @param why as a sentence's end */
    record Found(Pii pii, String why) {}

    /** What a column's name and values say; empty if nothing personal. */
    static Optional<Found> of(Words table, String column, Type type, Optional<ColumnSample> sample) {
        var words = Words.of(column);
        var named = byName(table, words, type);
        if (named.isPresent() || type != Type.TEXT && type != Type.INTEGER) {
            return named;
        }
        return sample.flatMap(look -> byValues(words, type, look));
    }

    /** Whether a name speaks of something that nobody may ever see. */
    static boolean isSecret(Words words) {
        return words.hasAny(SECRET) || words.hasAny(Set.of("birth", "birthday", "birthdate", "dob", "cvv", "iban"));
    }

    private static Optional<Found> byName(Words table, Words words, Type type) {
        if (words.hasAny(MAIL)) {
            return type == Type.TEXT ? found(Pii.MAIL, "its name speaks of a mail address") : Optional.empty();
        }
        if (words.hasAny(PHONE)) {
            return found(Pii.PHONE, "its name speaks of a phone");
        }
        if (type == Type.TEXT && words.hasAny(ADDRESS)) {
            return found(Pii.ADDRESS, "its name speaks of an address");
        }
        if (words.hasAny(TAX) || words.hasAny(Set.of("tax")) && words.endsWithAny(Set.of("id", "number", "no"))) {
            return found(Pii.TAX_ID, "its name speaks of a tax or identity number");
        }
        if (type == Type.TEXT && isPersonsName(table, words)) {
            return found(Pii.NAME, "its name speaks of a person's name");
        }
        if (words.hasAny(PEOPLE) && words.endsWithAny(Set.of("id", "key", "uuid", "guid", "no", "number", "code"))) {
            return found(Pii.CUSTOMER_ID, "its name speaks of a person's number");
        }
        return Optional.empty();
    }

    private static boolean isPersonsName(Words table, Words words) {
        if (words.hasAny(PARTS_OF_NAMES)) {
            return true;
        }
        if (!words.endsWithAny(Set.of("name"))) {
            return false;
        }
        var before = words.stem();
        return before.hasAny(PEOPLE)
                || before.hasAny(Set.of("first", "last", "full", "family", "given", "middle"))
                || before.isEmpty() && table.hasAny(PEOPLE);
    }

    private static Optional<Found> byValues(Words words, Type type, ColumnSample sample) {
        // Numbers of plain columns are often as long as a phone's: there the name has to say so, or nobody would count.
        if (type == Type.INTEGER || words.endsWithAny(Set.of("id", "sku", "asin", "ean", "gtin", "code"))) {
            return Optional.empty();
        }
        var seen = new EnumMap<PersonalData.Kind, Integer>(PersonalData.Kind.class);
        var values = sample.counts().keySet().stream().limit(LOOKED_AT).toList();
        values.forEach(value -> kinds(value).forEach(kind -> seen.merge(kind, 1, Integer::sum)));
        return seen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= Math.max(1, ENOUGH * values.size()))
                .flatMap(most -> found(
                        pii(most.getKey()),
                        "%d of %d values that were looked at hold one".formatted(most.getValue(), values.size())));
    }

    private static List<PersonalData.Kind> kinds(String value) {
        return PersonalData.find(value).stream()
                .map(PersonalData.Found::kind)
                .distinct()
                .toList();
    }

    private static Pii pii(PersonalData.Kind kind) {
        return switch (kind) {
            case MAIL -> Pii.MAIL;
            case PHONE -> Pii.PHONE;
            case GSTIN, PAN, AADHAAR, CARD -> Pii.TAX_ID;
        };
    }

    private static Optional<Found> found(Pii pii, String why) {
        return Optional.of(new Found(pii, why));
    }
}
