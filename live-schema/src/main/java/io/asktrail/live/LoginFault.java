package io.asktrail.live;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a database could not be entered, in a sentence. The address is shown, never what logs in. */
final class LoginFault {
    private LoginFault() {}

    static DatabaseUnusable of(String url, @Nullable String user, SQLException refused) {
        var state = refused.getSQLState() == null ? "" : refused.getSQLState();
        var place = url.replaceFirst("\\?.*$", "");
        return new DatabaseUnusable(
                sentence(state, place, user == null ? "the default user" : "'" + user + "'"), refused);
    }

    private static String sentence(String state, String place, String user) {
        return switch (state) {
            case "28P01", "28000", "08004" ->
                ("%s does not let %s in: check the user and the password (environment ASKTRAIL_JDBC_PASSWORD, or"
                                + " --password-file).")
                        .formatted(place, user);
            case "3D000" ->
                "There is no database %s on that server: check the last part of the address.".formatted(place);
            case "42501" -> "%s may not connect to %s: grant CONNECT on the database.".formatted(user, place);
            case "53300" -> "%s has no connection left; try again later.".formatted(place);
            default -> "%s cannot be reached: check host and port, and that the server listens there.".formatted(place);
        };
    }
}
