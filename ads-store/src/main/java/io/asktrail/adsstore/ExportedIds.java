package io.asktrail.adsstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Ids for what a console export only names. They are negative, which no id of Amazon's is, and the same name has the same
 * id on every machine, so that a second export meets the first.
 */
public final class ExportedIds {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private ExportedIds() {}

    /** Of the account whose exports name no profile; one for each currency. */
    public static long profile(String currency) {
        return negative("profile", currency);
    }

    public static long campaign(long profileId, AdChannel channel, String name) {
        return negative("campaign", Long.toString(profileId), channel.name(), plain(name));
    }

    /** A campaign's name as it is compared: exports and Amazon's lists may differ in blanks and in Unicode's forms. */
    public static String plain(String name) {
        return BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    public static boolean isExported(long id) {
        return id < 0;
    }

    private static long negative(String... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() | Long.MIN_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
