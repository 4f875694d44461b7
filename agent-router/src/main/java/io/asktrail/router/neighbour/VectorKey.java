package io.asktrail.router.neighbour;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a vector by what it was made of, so that whoever makes it again makes the same one. */
public record VectorKey(String value) {
    /** The key of a phrase under an embedding. */
    public static VectorKey of(Embedding embedding, String phrase) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = embedding.name() + "\n" + phrase;
            return new VectorKey(HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
