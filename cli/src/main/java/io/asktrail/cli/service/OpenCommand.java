package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code asktrail open}. The token stands behind the address' {@code #}, which a browser keeps to itself: it is in no
 * request and in no log.
 */
@Command(
        name = "open",
        header = "Open the web page in the browser, logged in for eight hours; starts Asktrail if it does not run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail open",
            "  ./asktrail open --print",
            "  ./asktrail open --role analyst --region Delhi --sub asha"
        })
public final class OpenCommand implements Callable<Integer> {
    /** Hours: a day's work. */
    private static final String VALID = "8";

    /** Whom the local Asktrail belongs to; what they asked on the command line is theirs on the page too. */
    private static final String OWNER = "owner";

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Option(names = "--print", description = "Print the address and open nothing.")
    private boolean printOnly;

    @Option(names = "--role", paramLabel = "ROLE", description = "As somebody with this role only; repeatable.")
    private @Nullable List<String> roles;

    @Option(names = "--region", paramLabel = "REGION", description = "As somebody of this state; repeatable.")
    private @Nullable List<String> regions;

    @Option(names = "--sub", paramLabel = "NAME", description = "Whose conversations the page shows.")
    private @Nullable String subject;

    public OpenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var arguments = arguments();
        var installation = context.services().installation();
        var running = context.services().ensureUp();
        var token = new JavaProgram(installation, TokenArguments.MAIN_CLASS, "64m").read(arguments.words());
        var address = running.address() + "/#token=" + token;
        context.terminal().print(address);
        if (!printOnly && !new Browser(installation, context.environment()).open(address)) {
            context.terminal().tell("No browser could be started here: open the address yourself.");
        }
        return ExitCodes.OK;
    }

    private TokenArguments arguments() {
        var someRoles = Objects.requireNonNullElse(roles, List.<String>of());
        var someRegions = Objects.requireNonNullElse(regions, List.<String>of());
        if (someRoles.isEmpty() != someRegions.isEmpty()) {
            throw new CliFailure(
                    ExitCodes.USAGE,
                    "Give --role and --region together, e.g. --role analyst --region Delhi (or --region '*' for all).");
        }
        return someRoles.isEmpty()
                ? new TokenArguments(List.of("admin"), List.of("*"), Objects.requireNonNullElse(subject, OWNER), VALID)
                : new TokenArguments(someRoles, someRegions, subject, VALID);
    }
}
