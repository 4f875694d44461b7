package io.asktrail.demo.sandbox;

/** What a client has to say to be let in. Nobody is kept out by it: it is the same in every sandbox. */
public record SandboxCredentials(String clientId, String clientSecret, String refreshToken, long profileId) {
    /** A profile whose number a double cannot hold. */
    static final SandboxCredentials DEFAULT = new SandboxCredentials(
            "amzn1.application-oa2-client.asktrail-sandbox",
            "sandbox-client-secret",
            "Atzr|sandbox-refresh-token",
            9_007_199_254_740_993L);
}
