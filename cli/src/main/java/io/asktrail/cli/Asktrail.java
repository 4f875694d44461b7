package io.asktrail.cli;

import io.asktrail.cli.ask.AskCommand;
import io.asktrail.cli.ask.ExportCommand;
import io.asktrail.cli.ask.PlainAsk;
import io.asktrail.cli.launch.Installation;
import io.asktrail.cli.launch.Services;
import io.asktrail.cli.service.AdsCommand;
import io.asktrail.cli.service.CompletionCommand;
import io.asktrail.cli.service.DownCommand;
import io.asktrail.cli.service.LoadCommand;
import io.asktrail.cli.service.LogsCommand;
import io.asktrail.cli.service.OpenCommand;
import io.asktrail.cli.service.RegistryCommand;
import io.asktrail.cli.service.StatusCommand;
import io.asktrail.cli.service.TokenCommand;
import io.asktrail.cli.service.UpCommand;
import io.asktrail.cli.service.UseCommand;
import io.asktrail.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command {@code asktrail}. */
public final class Asktrail {
    private final Context context;

    Asktrail(Context context) {
        this.context = context;
    }

    public static void main(String[] arguments) {
        var environment = System.getenv();
        var terminal = Terminal.ofProcess(environment);
        var services = new Services(Installation.ofProcess(environment), terminal);
        var exitCode = new Asktrail(new Context(terminal, environment, services)).run(arguments);
        terminal.out().flush();
        if (exitCode == ExitCodes.UNREACHABLE) {
            // The script lets a question make the archive of classes; this one has not come far enough for a good one.
            services.installation().discardArchive();
        }
        System.exit(exitCode);
    }

    private static Map<String, Function<Context, Object>> commands() {
        var commands = new LinkedHashMap<String, Function<Context, Object>>();
        commands.put("ask", AskCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("up", UpCommand::new);
        commands.put("down", DownCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("logs", LogsCommand::new);
        commands.put("open", OpenCommand::new);
        commands.put("token", TokenCommand::new);
        commands.put("load", LoadCommand::new);
        commands.put("ads", AdsCommand::new);
        commands.put("use", UseCommand::new);
        commands.put("registry", RegistryCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    int run(String... arguments) {
        return PlainAsk.of(arguments, context).map(this::ask).orElseGet(() -> runAny(arguments));
    }

    private int ask(PlainAsk plain) {
        try {
            return plain.run();
        } catch (CliFailure failure) {
            return report(failure);
        }
    }

    private int runAny(String... arguments) {
        var line = commandLine(arguments)
                .setOut(context.terminal().writer(context.terminal().out()))
                .setErr(context.terminal().writer(context.terminal().err()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler((failure, _, _) -> reportExpected(failure));
        return line.execute(arguments);
    }

    // Reading the annotations of a command takes time: the others are looked at only where help needs them.
    private CommandLine commandLine(String[] arguments) {
        var root = new CommandLine(new RootCommand());
        var named = arguments.length == 0 || arguments[0].equals("completion")
                ? null
                : commands().get(arguments[0]);
        if (named != null) {
            return root.addSubcommand(arguments[0], named.apply(context));
        }
        commands().forEach((name, command) -> root.addSubcommand(name, command.apply(context)));
        return root;
    }

    private int reportExpected(Exception failure) throws Exception {
        if (failure instanceof CliFailure expected) {
            return report(expected);
        }
        throw failure;
    }

    private int report(CliFailure failure) {
        var sentence = failure.getMessage();
        if (sentence != null && !sentence.isEmpty()) {
            context.terminal().tell(sentence);
        }
        return failure.exitCode();
    }
}
