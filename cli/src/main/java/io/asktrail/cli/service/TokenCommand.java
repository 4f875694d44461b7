package io.asktrail.cli.service;

import io.asktrail.cli.Context;
import io.asktrail.cli.HelpOption;
import io.asktrail.cli.launch.JavaProgram;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asktrail token}. */
@Command(
        name = "token",
        header = "Print a token for the local Asktrail, and nothing else.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail token --role analyst --region Delhi",
            "  ./asktrail token --role manager --region Delhi --region Haryana --sub asha --ttl PT8H",
            "  curl -H \"Authorization: Bearer $(./asktrail token --role viewer --region '*')\" …"
        })
public final class TokenCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer, analyst, manager or admin; repeatable.")
    private @Nullable List<String> roles;

    @Option(
            names = "--region",
            required = true,
            paramLabel = "REGION",
            description = "A state whose rows may be seen, '*' for all; repeatable.")
    private @Nullable List<String> regions;

    @Option(names = "--sub", paramLabel = "NAME", description = "Whose token it is.")
    private @Nullable String subject;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "How long it is valid, in hours or as PT8H; 12 if left out.")
    private @Nullable String ttl;

    public TokenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var arguments =
                new TokenArguments(Objects.requireNonNull(roles), Objects.requireNonNull(regions), subject, ttl);
        return new JavaProgram(context.services().installation(), TokenArguments.MAIN_CLASS, "64m")
                .run(arguments.words());
    }
}
