package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.service.loading.LoadSettings;
import io.asktrail.service.loading.ProgressBar;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads reports of the Amazon Ads console: {@code LoadAdsCommand [--profile ID] [--channel SP|SB|SD] FILE...}. The store
 * is named by {@link LoadSettings}. Each file is loaded whole or not at all, whatever happens to the others. What was
 * done goes to the standard output, the progress bar and the sentence of a failure to the error output; the exit code is
 * 0 or 1, and 2 for words that were not understood.
 */
public final class LoadAdsCommand {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Function<String, @Nullable String> named;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    LoadAdsCommand(Function<String, @Nullable String> named, Clock clock, PrintStream out, PrintStream err) {
        this.named = named;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var code =
                new LoadAdsCommand(LoadSettings::ofProcess, Clock.systemUTC(), System.out, System.err).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The exit code. */
    int run(String... arguments) {
        try {
            var order = Order.of(arguments);
            var settings = LoadSettings.from(named, "ads_orders");
            var registry = RegistryLoader.load(RegistryLocation.of(settings.registry(), LoadSettings.WORKSPACE));
            var zone = registry.calendar().definition().tz();
            var today = LocalDate.now(clock.withZone(zone));
            var files = new AdsFileImport(order.choice(), unit(registry), zone, today);
            return order.files().stream()
                    .mapToInt(file -> load(file, files, settings))
                    .max()
                    .orElse(MISUSED);
        } catch (ExportException misused) {
            err.println(misused.sentence());
            return MISUSED;
        } catch (SuiteException refused) {
            err.println(refused.forCaller());
            return FAILED;
        }
    }

    private int load(Path file, AdsFileImport files, LoadSettings settings) {
        var progress = new ProgressBar(err);
        try (var connection = DriverManager.getConnection(settings.url(), settings.username(), settings.password())) {
            var report = files.load(file, connection, progress);
            progress.done();
            out.print(report.text(String.valueOf(file.getFileName())));
            return 0;
        } catch (ExportException refused) {
            progress.done();
            return fail(file, refused.sentence());
        } catch (SQLException failure) {
            progress.done();
            return fail(
                    file,
                    "The store refused the load: %s. Nothing was changed."
                            .formatted(String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("no reason given")));
        }
    }

    private int fail(Path file, String sentence) {
        var name = String.valueOf(file.getFileName());
        err.println(sentence.contains(name) ? sentence : name + ": " + sentence);
        return FAILED;
    }

    private static @Nullable String unit(Registry registry) {
        return registry.findMetric(new MetricId("spend"))
                .map(metric -> metric.unit() instanceof Unit.Money(var currency) ? currency.getCurrencyCode() : null)
                .orElse(null);
    }

    /** What the command line says. */
    private record Order(AdsFileImport.Choice choice, List<Path> files) {
        private static final String USAGE =
                "Name reports that you downloaded from the Amazon Ads console, as CSV or XLSX:"
                        + " [--profile ID] [--channel SP|SB|SD] FILE...";

        static Order of(String... arguments) {
            @Nullable Long profile = null;
            @Nullable AdChannel channel = null;
            var files = new ArrayList<Path>();
            for (var i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--profile" -> profile = profile(value(arguments, ++i));
                    case "--channel" -> channel = channel(value(arguments, ++i));
                    default -> files.add(file(arguments[i]));
                }
            }
            if (files.isEmpty()) {
                throw new ExportException(USAGE);
            }
            return new Order(new AdsFileImport.Choice(profile, channel), files);
        }

        private static String value(String[] arguments, int place) {
            if (place >= arguments.length) {
                throw new ExportException("%s needs a value. %s".formatted(arguments[place - 1], USAGE));
            }
            return arguments[place];
        }

        private static long profile(String text) {
            try {
                var id = Long.parseLong(text);
                if (id > 0) {
                    return id;
                }
            } catch (NumberFormatException e) {
                throw new ExportException("A profile's id is a number, not '%s'.".formatted(text), e);
            }
            throw new ExportException("A profile's id is above 0, not '%s'.".formatted(text));
        }

        private static AdChannel channel(String text) {
            try {
                return AdChannel.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new ExportException("A channel is SP, SB or SD, not '%s'.".formatted(text), e);
            }
        }

        private static Path file(String text) {
            if (text.startsWith("--")) {
                throw new ExportException("There is no option %s. %s".formatted(text, USAGE));
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new ExportException("'%s' cannot be the name of a file.".formatted(text), e);
            }
        }
    }
}
