package io.asktrail.demo.sandbox;

import io.asktrail.demo.DemoAccount;

/** What a client has to say to be let in. Nobody is kept out by it: it is the same in every sandbox. */
public record SandboxCredentials(String clientId, String clientSecret, String refreshToken, long profileId) {
    static final SandboxCredentials DEFAULT = new SandboxCredentials(
            "amzn1.application-oa2-client.asktrail-sandbox",
            "sandbox-client-secret",
            "Atzr|sandbox-refresh-token",
            DemoAccount.PROFILE_ID);
}
