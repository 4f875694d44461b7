package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asktrail open}. */
@Command(
        name = "open",
        header = "Open the web page, logged in; Asktrail is started if it does not run.",
        description = "The address that is printed holds a token: whoever has it can ask in your name.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail open", "  ./asktrail open --print", "  ./asktrail open --role analyst --region Delhi"})
public final class OpenCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Option(names = "--print", description = "Print the address and open nothing.")
    private boolean printed;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "As somebody with this role instead of the owner; repeatable.")
    private List<String> roles = List.of();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "With --role: a state whose rows may be seen, '*' for all; repeatable.")
    private List<String> regions = List.of();

    public OpenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (roles.isEmpty() != regions.isEmpty()) {
            throw new CliFailure(
                    ExitCodes.USAGE,
                    "Give --role and --region together, e.g. --role analyst --region Delhi (or --region '*' for all).");
        }
        var running = context.services().ensureUp();
        // Behind the '#', where a browser keeps it to itself: it is in no request and no log of a server.
        var address = running.address() + "/#token=" + token();
        if (!printed && new Browser(context).open(address)) {
            context.terminal().print("The web page is open in your browser: %s".formatted(running.address()));
        } else {
            context.terminal().print(address);
        }
        return ExitCodes.OK;
    }

    private String token() {
        var installation = context.services().installation();
        if (!roles.isEmpty()) {
            return new JavaProgram(installation, TokenArguments.MAIN_CLASS, "64m")
                    .read(new TokenArguments(roles, regions, null, null).words());
        }
        var token = installation.text(installation.run("owner.token"));
        if (token.isEmpty()) {
            throw new CliFailure(
                    ExitCodes.UNREACHABLE,
                    "The local owner's token is missing: ./asktrail down and open again, and a new one is made.");
        }
        return token;
    }
}
