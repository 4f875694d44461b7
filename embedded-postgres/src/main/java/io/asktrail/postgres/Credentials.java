package io.asktrail.postgres;

/** A role and its password; printing it does not print the password. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[user=%s]".formatted(user);
    }
}
