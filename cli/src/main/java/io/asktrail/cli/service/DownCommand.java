package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code asktrail down}. */
@Command(
        name = "down",
        header = "Stop Asktrail; its data stay.",
        footerHeading = "%nExamples:%n",
        footer = "  ./asktrail down")
public final class DownCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    public DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.terminal()
                .print(
                        switch (context.services().stop()) {
                            case NOTHING_RAN -> "Asktrail was not running.";
                            case STOPPED -> "Asktrail is down.";
                            case KILLED -> "Asktrail did not stop by itself and was killed; its data are safe.";
                        });
        return ExitCodes.OK;
    }
}
