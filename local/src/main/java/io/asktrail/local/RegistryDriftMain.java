package io.asktrail.local;

import io.asktrail.live.DatabaseUnusable;
import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Home;
import io.asktrail.onboarding.DriftCheck;
import io.asktrail.onboarding.JdbcLogin;
import io.asktrail.querying.SourceDrift;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.loading.RegistryRejected;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a registry against its databases: those of this home, or the one at {@code --jdbc-url}. Exits with 0 if every
 * answer can still be given, 6 if one cannot, 1 if a database cannot be entered, 2 if the words were not understood.
 */
public final class RegistryDriftMain {
    private static final int UNREACHABLE = 1;
    private static final int USAGE = 2;

    private RegistryDriftMain() {}

    public static void main(String[] args) {
        System.exit(run(args, System.getenv()));
    }

    private static int run(String[] args, Map<String, String> environment) {
        try {
            var order = Order.read(args);
            var url = order.given.get("--jdbc-url");
            return url == null ? ofHome(order, environment) : ofAddress(order, url, environment);
        } catch (JdbcLogin.NotUnderstood refused) {
            System.err.println(refused.getMessage());
            return USAGE;
        } catch (RegistryRejected rejected) {
            rejected.findings().forEach(System.err::println);
            return USAGE;
        } catch (DatabaseUnusable unusable) {
            System.err.println(unusable.getMessage());
            return UNREACHABLE;
        } catch (RuntimeException failure) {
            System.err.println(Failures.sentence(failure));
            return UNREACHABLE;
        }
    }

    private static int ofAddress(Order order, String url, Map<String, String> environment) {
        var registry = registry(order, environment, "demo");
        var connection = Objects.requireNonNullElse(order.given.get("--connection"), "warehouse");
        if (registry.tables().values().stream()
                .noneMatch(table -> table.connection().equals(connection))) {
            throw new JdbcLogin.NotUnderstood(
                    "No table of this registry is in the connection '%s': name another with --connection."
                            .formatted(connection));
        }
        var login = JdbcLogin.of(url, order.given.get("--user"), order.given.get("--password-file"), environment);
        var check = new DriftCheck(registry, System.out, order.strict);
        return url.startsWith("jdbc:postgresql:")
                ? check.run(Map.of(connection, login))
                : check.tell(Set.of(connection), SourceDrift.of(registry, connection, settings(login)));
    }

    // Trino, or a folder of files; whatever else is refused with the addresses that there are.
    private static ConnectionSettings settings(JdbcLogin login) {
        try {
            return new ConnectionSettings(
                    login.url(),
                    Objects.requireNonNullElse(login.user(), ""),
                    Objects.requireNonNullElse(login.password(), ""));
        } catch (IllegalArgumentException refused) {
            throw new JdbcLogin.NotUnderstood("The address is not understood: %s.".formatted(refused.getMessage()));
        }
    }

    // As the services read them, so that a right that is missing is seen, too.
    private static int ofHome(Order order, Map<String, String> environment) {
        var home = Home.from(environment).prepare();
        var workspace = Workspace.of(home.workspace());
        try (var databases = Databases.open(home, workspace)) {
            var logins = new HashMap<String, JdbcLogin>();
            logins.put("warehouse", login(databases.warehouse()));
            if (workspace == Workspace.DEMO) {
                logins.put("ads", login(databases.ads()));
            }
            return new DriftCheck(registry(order, environment, workspace.id()), System.out, order.strict).run(logins);
        }
    }

    private static JdbcLogin login(Databases.Login login) {
        return new JdbcLogin(
                login.url(), login.credentials().user(), login.credentials().password());
    }

    private static Registry registry(Order order, Map<String, String> environment, String workspace) {
        @Nullable String folder = order.folder == null ? environment.get("ASKTRAIL_REGISTRY") : order.folder;
        return RegistryLoader.load(RegistryLocation.of(folder, workspace));
    }

    private record Order(
            Map<String, String> given, @Nullable String folder, boolean strict) {
        static Order read(String[] args) {
            var given = new HashMap<String, String>();
            @Nullable String folder = null;
            var strict = false;
            for (var i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--strict" -> strict = true;
                    case "--jdbc-url", "--user", "--password-file", "--connection" -> {
                        if (i + 1 == args.length) {
                            throw new JdbcLogin.NotUnderstood("'%s' needs a value.".formatted(args[i]));
                        }
                        given.put(args[i], args[++i]);
                    }
                    case String option
                    when option.startsWith("-") ->
                        throw new JdbcLogin.NotUnderstood("'%s' is not understood.".formatted(option));
                    default -> folder = args[i];
                }
            }
            return new Order(given, folder, strict);
        }
    }
}
