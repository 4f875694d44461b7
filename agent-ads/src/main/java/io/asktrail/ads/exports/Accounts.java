package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.ExportedIds;
import io.asktrail.adsstore.StoredProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose export it is. A console's file does not say, so the user does, or the store has only one account to be it. */
final class Accounts {
    private static final Map<String, String> COUNTRIES = Map.of(
            "INR", "IN", "USD", "US", "GBP", "GB", "JPY", "JP", "AED", "AE", "AUD", "AU", "CAD", "CA", "SGD", "SG");
    private static final String UNKNOWN_COUNTRY = "ZZ";

    private final Connection connection;
    private final List<StoredProfile> stored;
    private final ZoneId zone;

    Accounts(Connection connection, ZoneId zone) throws SQLException {
        this.connection = connection;
        this.zone = zone;
        this.stored = all(connection);
    }

    /**
     * The account; made where nobody knew it.
     *
     * @param told Amazon's profile id as the user gave it; null if not
     * @param currency the file's; null if it names none
     * @throws ExportException if it cannot be told, or counts in another currency
     */
    StoredProfile of(@Nullable Long told, @Nullable String currency) throws SQLException {
        var known = told == null
                ? only(currency)
                : stored.stream().filter(one -> one.id() == told).findFirst();
        if (known.isPresent()) {
            return inItsCurrency(known.get(), currency);
        }
        if (currency == null) {
            throw new ExportException("The file names no currency, and no account is known that could tell it."
                    + " Download it with the column Currency, or connect the account first.");
        }
        var id = told == null ? ExportedIds.profile(currency) : told;
        var made = new StoredProfile(
                id, COUNTRIES.getOrDefault(currency, UNKNOWN_COUNTRY), currency, zone, "Console exports");
        AdsStore.save(connection, made);
        return made;
    }

    private Optional<StoredProfile> only(@Nullable String currency) {
        var real =
                stored.stream().filter(one -> !ExportedIds.isExported(one.id())).toList();
        if (real.size() > 1) {
            throw new ExportException("The store has several accounts: %s. Say whose export this is with --profile."
                    .formatted(real.stream()
                            .map(one -> "%d (%s, %s)".formatted(one.id(), one.accountName(), one.currency()))
                            .collect(Collectors.joining(", "))));
        }
        if (!real.isEmpty()) {
            return Optional.of(real.getFirst());
        }
        return currency == null && stored.size() == 1
                ? Optional.of(stored.getFirst())
                : stored.stream().filter(one -> one.currency().equals(currency)).findFirst();
    }

    private static StoredProfile inItsCurrency(StoredProfile profile, @Nullable String currency) {
        if (currency != null && !currency.equals(profile.currency())) {
            throw new ExportException(
                    ("The file counts in %s, and the account %d (%s) in %s. Different currencies are never"
                                    + " added up: give the profile of this file with --profile.")
                            .formatted(currency, profile.id(), profile.accountName(), profile.currency()));
        }
        return profile;
    }

    private static List<StoredProfile> all(Connection connection) throws SQLException {
        var all = new ArrayList<StoredProfile>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT profile_id, country_code, currency, time_zone, account_name"
                        + " FROM ads.profiles ORDER BY profile_id")) {
            while (rows.next()) {
                all.add(new StoredProfile(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        ZoneId.of(rows.getString(4)),
                        rows.getString(5)));
            }
        }
        return all;
    }
}
