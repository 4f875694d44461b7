package io.asktrail.evals.page;

import com.microsoft.playwright.Route;
import java.util.Map;

/**
 * An OpenID Connect issuer as a visit sees it, at addresses of the page's own origin, which the page's policy lets it
 * reach. It gives every login, and every renewal, the same token.
 */
final class StubIssuer {
    static final String REFRESH_TOKEN = "to-be-renewed-with";

    private final String token;
    private int lastsSeconds = 3600;
    private int challenges;
    private int renewals;
    private int endings;

    /** @param home where the page is served */
    StubIssuer(Visit visit, String home, String token) {
        this.token = token;
        var here = home + "/issuer";
        visit.answering("**/login-settings.json", 200, """
            {"kind":"oidc","authority":"%s","client_id":"console"}\
            """.formatted(here));
        visit.answering("**/issuer/.well-known/openid-configuration", 200, """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
            "end_session_endpoint":"%1$s/end","jwks_uri":"%1$s/keys"}\
            """.formatted(here));
        visit.page().route("**/issuer/authorize?**", route -> {
            var asked = route.request().url();
            if (asked.contains("code_challenge_method=S256")) {
                challenges++;
            }
            var state = asked.replaceAll(".*[?&]state=([^&]+).*", "$1");
            leadTo(route, home + "/?code=abc&state=" + state);
        });
        visit.page().route("**/issuer/token", route -> {
            if (route.request().postData().contains("grant_type=refresh_token")) {
                renewals++;
            }
            giveToken(route);
        });
        visit.page().route("**/issuer/end?**", route -> {
            endings++;
            leadTo(route, home + "/");
        });
    }

    /** From now on it gives tokens that it says to last so long; the gateway takes them for longer. */
    StubIssuer lasting(int seconds) {
        lastsSeconds = seconds;
        return this;
    }

    /** How many logins have begun with a challenge that only this page can meet. */
    int challenges() {
        return challenges;
    }

    int renewals() {
        return renewals;
    }

    /** How many have logged out here. */
    int endings() {
        return endings;
    }

    private void giveToken(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody("""
                {"access_token":"%s","id_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}\
                """.formatted(
                                token, token, REFRESH_TOKEN, lastsSeconds)));
    }

    private static void leadTo(Route route, String address) {
        route.fulfill(new Route.FulfillOptions().setStatus(302).setHeaders(Map.of("Location", address)));
    }
}
