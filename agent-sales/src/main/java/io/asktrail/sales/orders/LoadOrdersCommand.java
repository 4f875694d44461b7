package io.asktrail.sales.orders;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.service.loading.LoadSettings;
import io.asktrail.service.loading.ProgressBar;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads one order file: {@code LoadOrdersCommand FILE}. The warehouse is named by {@link LoadSettings}. What it did goes to
 * the standard output, the progress bar and the sentence of a failure to the error output; the exit code is 0 or 1.
 */
public final class LoadOrdersCommand {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Function<String, @Nullable String> named;
    private final PrintStream out;
    private final PrintStream err;

    LoadOrdersCommand(Function<String, @Nullable String> named, PrintStream out, PrintStream err) {
        this.named = named;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var code = new LoadOrdersCommand(LoadSettings::ofProcess, System.out, System.err).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The exit code. */
    int run(String... arguments) {
        if (arguments.length != 1) {
            err.println("Name one order file: a sale report or an All Orders report, plain or gzip.");
            return MISUSED;
        }
        try {
            var file = Path.of(arguments[0]);
            var settings = LoadSettings.from(named, "warehouse_orders");
            var registry = RegistryLoader.load(RegistryLocation.of(settings.registry(), LoadSettings.WORKSPACE));
            out.print(load(file, OrderFileImport.by(registry), settings).text(String.valueOf(file.getFileName())));
            return 0;
        } catch (OrderFileException refused) {
            return fail(refused.sentence());
        } catch (SuiteException refused) {
            return fail(refused.forCaller());
        } catch (InvalidPathException notAPath) {
            return fail("'%s' cannot be the name of a file.".formatted(notAPath.getInput()));
        } catch (SQLException failure) {
            return fail("The warehouse refused the load: %s. Nothing was changed."
                    .formatted(String.valueOf(failure.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("no reason given")));
        }
    }

    private LoadReport load(Path file, OrderFileImport orders, LoadSettings settings) throws SQLException {
        var progress = new ProgressBar(err);
        try (var connection = DriverManager.getConnection(settings.url(), settings.username(), settings.password())) {
            return orders.load(file, connection, progress);
        } finally {
            progress.done();
        }
    }

    private int fail(String sentence) {
        err.println(sentence);
        return FAILED;
    }
}
