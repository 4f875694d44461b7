package io.asktrail.ads.amazon;

/** Makes the failures that only the client can make. */
public final class Troubles {
    private Troubles() {}

    public static AmazonException of(AmazonException.Trouble trouble, String sentence) {
        return new AmazonException(trouble, sentence);
    }
}
