package io.asktrail.ads.amazon;

import java.net.URI;

/** Where an account lives: another region's host does not know it. India is served by Europe's. */
public enum AmazonRegion {
    /** United States, Canada, Mexico, Brazil. */
    NA("https://advertising-api.amazon.com", "https://api.amazon.com/auth/o2/token"),
    /** Europe, India, Middle East, Africa. */
    EU("https://advertising-api-eu.amazon.com", "https://api.amazon.co.uk/auth/o2/token"),
    /** Japan, Australia, Singapore. */
    FE("https://advertising-api-fe.amazon.com", "https://api.amazon.co.jp/auth/o2/token");

    private final URI host;
    private final URI login;

    AmazonRegion(String host, String login) {
        this.host = URI.create(host);
        this.login = URI.create(login);
    }

    URI host() {
        return host;
    }

    URI login() {
        return login;
    }
}
