package io.asktrail.gateway.login;

import java.net.URI;

/** What the pages of the gateway may load and whom they may talk to: the gateway itself and, to log in, the issuer. */
final class ContentPolicy {
    private ContentPolicy() {}

    static String of(LoginSettings login) {
        return "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " + connect(login)
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String connect(LoginSettings login) {
        return switch (login) {
            case LoginSettings.Local _ -> "";
            case LoginSettings.Oidc oidc -> "connect-src 'self' %s; ".formatted(origin(oidc.authority()));
        };
    }

    private static String origin(URI authority) {
        return "%s://%s".formatted(authority.getScheme(), authority.getRawAuthority());
    }
}
