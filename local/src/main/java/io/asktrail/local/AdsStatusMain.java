package io.asktrail.local;

import io.asktrail.ads.sync.AdsStatusCommand;
import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Home;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Says how far the sync of this home's workspace is, beside whatever runs there; {@code --json} for programs. */
public final class AdsStatusMain {
    private AdsStatusMain() {}

    public static void main(String[] args) {
        try {
            var home = Home.from(System.getenv()).prepare();
            var databases = Databases.open(home, Workspace.of(home.workspace()));
            Runtime.getRuntime().addShutdownHook(new Thread(databases::close, "database"));
            print(databases.ads(), List.of(args).contains("--json"));
        } catch (SQLException e) {
            System.err.println("How far the sync is cannot be read: %s. Start Asktrail first: ./asktrail up"
                    .formatted(e.getMessage()));
            System.exit(1);
        } catch (RuntimeException failure) {
            System.err.println(Failures.sentence(failure));
            System.exit(1);
        }
    }

    private static void print(Databases.Login login, boolean json) throws SQLException {
        var credentials = login.credentials();
        try (var connection = DriverManager.getConnection(login.url(), credentials.user(), credentials.password())) {
            AdsStatusCommand.print(connection, json, System.out);
        }
    }
}
