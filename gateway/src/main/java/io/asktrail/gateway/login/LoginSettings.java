package io.asktrail.gateway.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.asktrail.gateway.GatewayProperties;
import java.net.URI;

/** How the web page gets a token for who uses it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
sealed interface LoginSettings {
    /** The person has one, and is asked for it. */
    @JsonTypeName("local")
    record Local() implements LoginSettings {}

    /**
     * From an OpenID Connect issuer, with the authorization code flow and PKCE.
     *
     * @param authority the issuer's address
     */
    @JsonTypeName("oidc")
    record Oidc(URI authority, @JsonProperty("client_id") String clientId) implements LoginSettings {}

    static LoginSettings of(GatewayProperties gateway) {
        return gateway.issuerUri() == null || gateway.consoleClientId() == null
                ? new Local()
                : new Oidc(gateway.issuerUri(), gateway.consoleClientId());
    }
}
