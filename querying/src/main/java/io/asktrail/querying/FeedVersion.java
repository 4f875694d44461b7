package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a set of values is known by: equal for equal sets, another for any that differ. */
final class FeedVersion {
    private static final int SHOWN_BYTES = 16;
    private static final byte BETWEEN = 0;

    private FeedVersion() {}

    /** By what the loaders say they loaded; no row is looked at for it. */
    static String ofAccount(List<String> parts) {
        var digest = sha256();
        parts.forEach(part -> add(digest, part));
        return "loaded:" + text(digest);
    }

    static String ofContent(List<Value> values, boolean complete) {
        var digest = sha256();
        add(digest, String.valueOf(complete));
        for (var value : values) {
            add(digest, value.value());
            add(digest, String.valueOf(value.aliases().size()));
            value.aliases().forEach(alias -> add(digest, alias));
            add(digest, String.valueOf(value.regions().size()));
            value.regions().forEach(region -> add(digest, region));
        }
        return "content:" + text(digest);
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update(BETWEEN);
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
