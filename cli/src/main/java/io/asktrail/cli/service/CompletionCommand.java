package io.asktrail.cli.service;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asktrail completion}. */
@Command(
        name = "completion",
        header = "Print a script that completes commands and options as you type.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(./asktrail completion bash)",
            "  ./asktrail completion bash >> ~/.bash_completion",
            "  ./asktrail completion zsh > ~/.asktrail-completion; echo 'source ~/.asktrail-completion' >> ~/.zshrc"
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    @Spec
    private @Nullable CommandSpec spec;

    public CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new CliFailure(
                    ExitCodes.USAGE, "There is no completion for '%s': ask for bash or zsh.".formatted(shell));
        }
        // One script serves both: in a zsh it turns on what understands bash's completions.
        var root = Objects.requireNonNull(spec).root().commandLine();
        context.terminal().print(AutoComplete.bash("asktrail", root));
        return ExitCodes.OK;
    }
}
