package io.asktrail.service.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.time.Clock;

/**
 * The tokens between services. Each audience has a key of its own, which its callers share with it: whoever takes over
 * one agent can forge no call to another.
 */
public final class InternalTokens {
    private final String service;
    private final InternalKeys keys;
    private final Clock clock;

    InternalTokens(String service, InternalKeys keys, Clock clock) {
        this.service = service;
        this.keys = keys;
        this.clock = clock;
    }

    /** Fails at once, not at the first call, if there is no key for that service. */
    public TokenMinter towards(String audience) {
        try {
            return new TokenMinter(service, audience, new MACSigner(keys.towards(audience)), clock);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the key for %s cannot be used".formatted(audience), unusable);
        }
    }

    TokenVerifier ours() {
        return new TokenVerifier(
                service, keys.find(service).map(InternalTokens::verifier).orElse(null), clock);
    }

    private static MACVerifier verifier(byte[] key) {
        try {
            return new MACVerifier(key);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("this service's own internal key cannot be used", unusable);
        }
    }
}
