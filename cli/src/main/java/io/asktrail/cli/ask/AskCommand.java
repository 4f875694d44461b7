package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.Context;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.HelpOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asktrail ask}. */
@Command(
        name = "ask",
        header = "Ask a question; starts Asktrail if it does not run.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, at least in part",
            "1:nothing could be started or reached",
            "2:the command or the question was malformed",
            "3:Asktrail asks back; choose an option and ask again with -c",
            "4:refused: it may not or cannot be answered",
            "5:something broke on the way"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./asktrail ask \"Top 5 products by net sales in Delhi last month, with ad spend from SB\"",
            "  ./asktrail ask -c \"by week instead\"",
            "  ./asktrail ask --explain --as-of 2025-11-15 What was ROAS last 7 days for SP vs SB vs SD",
            "  ./asktrail ask --role analyst --region Delhi \"net sales by city last month\"",
            "  ./asktrail ask --csv \"net sales by state and month this year\" > sales.csv",
            "  ./asktrail ask --json \"net sales yesterday\" | jq .table.rows"
        })
public final class AskCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private @Nullable HelpOption help;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, quoted or as single words.")
    private @Nullable List<String> words;

    @Option(
            names = {"-c", "--conversation"},
            description = "Go on with the last conversation.")
    private boolean goOn;

    @Option(names = "--json", description = "Print the answer as the web API gives it.")
    private boolean json;

    @Option(names = "--csv", description = "Print the rows alone, as CSV: for a file or a pipe.")
    private boolean csv;

    @Option(names = "--explain", description = "Show the reading, the plan, and the steps with their queries.")
    private boolean explain;

    @Option(names = "--no-chart", description = "Draw no chart; files and pipes never get one.")
    private boolean noChart;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The date that counts as today, e.g. 2025-11-15.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--token",
            paramLabel = "FILE|TOKEN",
            description = "Ask as the holder of this token (env ASKTRAIL_TOKEN).")
    private @Nullable String token;

    @Option(names = "--role", paramLabel = "ROLE", description = "Ask as somebody with this role only; repeatable.")
    private @Nullable List<String> roles;

    @Option(names = "--region", paramLabel = "REGION", description = "Ask as somebody of this state; repeatable.")
    private @Nullable List<String> regions;

    @Option(names = "--url", paramLabel = "URL", description = "Ask another gateway (env ASKTRAIL_URL).")
    private @Nullable String url;

    public AskCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return new AskFlow(context.services(), context.terminal()).run(order());
    }

    private AskOrder.Shape shape() {
        if (csv && (json || explain)) {
            throw new CliFailure(ExitCodes.USAGE, "--csv prints the rows alone: leave out --json and --explain.");
        }
        return csv
                ? AskOrder.Shape.CSV
                : json ? AskOrder.Shape.JSON : explain ? AskOrder.Shape.EXPLAINED : AskOrder.Shape.TEXT;
    }

    AskOrder order() {
        var environment = context.environment();
        return new AskOrder(
                String.join(" ", Objects.requireNonNull(words)),
                asOf,
                goOn,
                shape(),
                !noChart,
                url != null ? url : environment.get("ASKTRAIL_URL"),
                new Identity(
                        token != null ? token : environment.get("ASKTRAIL_TOKEN"),
                        Objects.requireNonNullElse(roles, List.of()),
                        Objects.requireNonNullElse(regions, List.of())));
    }
}
