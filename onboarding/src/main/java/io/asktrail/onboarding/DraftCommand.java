package io.asktrail.onboarding;

import io.asktrail.live.CatalogReader;
import io.asktrail.live.DatabaseUnusable;
import io.asktrail.live.Sampler;
import io.asktrail.onboarding.draft.DraftFolder;
import io.asktrail.onboarding.draft.Drafter;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** {@code registry draft}: reads a live database and writes a first registry. */
public final class DraftCommand {
    private static final int OK = 0;
    private static final int UNREACHABLE = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    DraftCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /** Exits with 0 if the draft is written, 1 if the database cannot be used, 2 if the words were not understood. */
    public static void main(String[] arguments) {
        System.exit(new DraftCommand(System.out, System.err, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        try {
            var order = DraftOrder.parse(arguments, environment);
            draft(order);
            return OK;
        } catch (JdbcLogin.NotUnderstood | DraftFolder.NotWritten refused) {
            err.println(refused.getMessage());
            return USAGE;
        } catch (DatabaseUnusable unusable) {
            err.println(unusable.getMessage());
            return UNREACHABLE;
        }
    }

    private void draft(DraftOrder order) {
        var folder = new DraftFolder(order.out(), order.force());
        folder.requireRoom();
        try (var database = order.login().open()) {
            var schema = new CatalogReader(database).read(order.schemas(), order.mostTables());
            var drafted = new Drafter(new Sampler(database), order.connection(), order.currency()).draft(schema);
            var registry = folder.write(drafted);
            out.println(drafted.report().text());
            out.printf(
                    "Written to %s (version %s, no faults). To ask it: ASKTRAIL_REGISTRY=%s with%n"
                            + "ASKTRAIL_CONNECTIONS_%s_URL, _USERNAME and _PASSWORD set, ./asktrail up%n",
                    order.out(),
                    registry.version(),
                    order.out(),
                    order.connection().toUpperCase(Locale.ROOT));
        }
    }
}
