package io.asktrail.local;

import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Home;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Loads files of the user's own into this home, beside whatever runs there, and makes their workspace the one that is
 * asked from then on.
 */
final class OwnFiles {
    private OwnFiles() {}

    /**
     * Ends the process with 1 and a sentence if the databases cannot be reached.
     *
     * @param target where the files go
     * @param load exits by itself when it fails
     */
    static void load(Function<Databases, Databases.Login> target, Consumer<String[]> load, String... arguments) {
        try {
            var home = Home.from(System.getenv()).prepare();
            var databases = Databases.open(home, Workspace.ORDERS);
            Runtime.getRuntime().addShutdownHook(new Thread(databases::close, "database"));
            var login = target.apply(databases);
            System.setProperty("asktrail.load.url", login.url());
            System.setProperty("asktrail.load.username", login.credentials().user());
            System.setProperty("asktrail.load.password", login.credentials().password());
            load.accept(arguments);
            home.useWorkspace(Workspace.ORDERS.id());
        } catch (RuntimeException failure) {
            System.err.println(Failures.sentence(failure));
            System.exit(1);
        }
    }
}
