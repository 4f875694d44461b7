package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code asktrail status}. */
@Command(
        name = "status",
        header = "Say what runs: form, port, workspace, how long, and the memory of each process.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is up", "1:it is not"},
        footerHeading = "%nExamples:%n",
        footer = "  ./asktrail status")
public final class StatusCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    public StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var installation = context.services().installation();
        var running = context.services().running();
        if (running.isEmpty()) {
            context.terminal()
                    .print("Asktrail is not running; the workspace in use is %s.".formatted(installation.workspace()));
            return ExitCodes.UNREACHABLE;
        }
        describe(running.get()).forEach(context.terminal()::print);
        var processes = LocalProcess.all(running.get(), installation.home());
        processes.forEach(process -> context.terminal().print(process.line()));
        if (processes.size() > 1) {
            context.terminal().print(LocalProcess.sum(processes));
        }
        return ExitCodes.OK;
    }

    private static List<String> describe(Running running) {
        return List.of(
                "Asktrail is up as " + running.form().words(),
                "  web API    " + running.address(),
                "  workspace  " + running.workspace(),
                "  process    " + running.process().pid(),
                "  up for     "
                        + running.process()
                                .info()
                                .startInstant()
                                .map(StatusCommand::since)
                                .orElse("?"),
                "  memory");
    }

    private static String since(Instant start) {
        var up = Duration.between(start, Instant.now());
        return up.toHours() > 0
                ? "%d h %02d min".formatted(up.toHours(), up.toMinutesPart())
                : up.toMinutes() > 0
                        ? "%d min %02d s".formatted(up.toMinutes(), up.toSecondsPart())
                        : "%d s".formatted(up.toSeconds());
    }
}
