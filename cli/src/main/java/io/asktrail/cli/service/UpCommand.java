package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.Form;
import io.asktrail.cli.launch.Running;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asktrail up}. */
@Command(
        name = "up",
        header = "Start Asktrail in the background and wait until it is ready.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./asktrail up", "  ASKTRAIL_PORT=9090 ./asktrail up --split"})
public final class UpCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Option(names = "--split", description = "Each service as a process of its own.")
    private boolean split;

    public UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var services = context.services();
        var wanted = split ? Form.SPLIT : Form.LOCAL;
        var before = services.running();
        var stays = before.filter(running -> running.form() == wanted
                && !running.isOlderThan(services.installation().built()));
        var running = stays.orElseGet(() -> before.isPresent() ? services.restart(wanted) : services.start(wanted));
        context.terminal().print(describe(running, stays.isPresent()));
        return ExitCodes.OK;
    }

    private static String describe(Running running, boolean wasUp) {
        return "Asktrail %s: %s, as %s, workspace %s."
                .formatted(
                        wasUp ? "was up already" : "is up",
                        running.address(),
                        running.form().words(),
                        running.workspace());
    }
}
