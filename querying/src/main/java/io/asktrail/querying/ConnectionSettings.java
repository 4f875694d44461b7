package io.asktrail.querying;

/** Where a database is and as whom to log in. */
public record ConnectionSettings(String url, String username, String password) {
    /** Without the password: settings end up in logs. */
    @Override
    public String toString() {
        return "ConnectionSettings[url=%s, username=%s]".formatted(url, username);
    }
}
