package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asktrail use}. */
@Command(
        name = "use",
        header = "Choose whose data are asked: the demo's, or the orders you have loaded.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail use orders", "  ./asktrail use demo"})
public final class UseCommand implements Callable<Integer> {
    private static final List<String> WORKSPACES = List.of("demo", "orders");

    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Parameters(paramLabel = "WORKSPACE", description = "demo or orders.")
    private @Nullable String workspace;

    public UseCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var name = Objects.requireNonNull(workspace);
        if (!WORKSPACES.contains(name)) {
            throw new CliFailure(ExitCodes.USAGE, "There is no workspace '%s': use demo or orders.".formatted(name));
        }
        context.services().installation().useWorkspace(name);
        context.services().followWorkspace();
        context.terminal().print("The workspace in use is %s.".formatted(name));
        return ExitCodes.OK;
    }
}
