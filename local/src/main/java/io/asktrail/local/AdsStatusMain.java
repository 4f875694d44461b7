package io.asktrail.local;

import io.asktrail.ads.sync.AdsStatusCommand;
import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Home;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Says how far the sync of this home's workspace is, beside whatever runs there; {@code --json} for programs. With {@code
 * --wait} once the run that is under way has ended; it exits with 1 if then not everything is there.
 */
public final class AdsStatusMain {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private AdsStatusMain() {}

    public static void main(String[] args) {
        try {
            var home = Home.from(System.getenv()).prepare();
            var databases = Databases.open(home, Workspace.of(home.workspace()));
            Runtime.getRuntime().addShutdownHook(new Thread(databases::close, "database"));
            System.exit(run(databases.ads(), List.of(args)));
        } catch (SQLException e) {
            System.err.println("How far the sync is cannot be read: %s. Start Asktrail first: ./asktrail up"
                    .formatted(e.getMessage()));
            System.exit(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            System.exit(1);
        } catch (RuntimeException failure) {
            System.err.println(Failures.sentence(failure));
            System.exit(1);
        }
    }

    private static int run(Databases.Login login, List<String> words) throws SQLException, InterruptedException {
        var credentials = login.credentials();
        try (var connection = DriverManager.getConnection(login.url(), credentials.user(), credentials.password())) {
            var wait = words.contains("--wait");
            if (wait && !AdsStatusCommand.await(connection, LONGEST_WAIT)) {
                System.err.println("No run of the sync has ended within %d minutes. Is Asktrail up? ./asktrail status"
                        .formatted(LONGEST_WAIT.toMinutes()));
            }
            var complete = AdsStatusCommand.print(connection, words.contains("--json"), System.out);
            return wait && !complete ? 1 : 0;
        }
    }
}
