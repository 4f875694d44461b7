package io.asktrail.cli.ask;

import io.asktrail.cli.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plain forms of {@code ask}, read without the command-line library: waking that takes more time than all the rest
 * of the command. Whatever else is written is left to {@link AskCommand}, which means the same by these words.
 */
public final class PlainAsk {
    private final Context context;
    private final AskOrder order;

    private PlainAsk(Context context, AskOrder order) {
        this.context = context;
        this.order = order;
    }

    /** Empty unless the arguments are a question with none but the commonest options. */
    public static Optional<PlainAsk> of(String[] arguments, Context context) {
        return read(arguments, context).map(order -> new PlainAsk(context, order));
    }

    static Optional<AskOrder> read(String[] arguments, Context context) {
        if (arguments.length == 0 || !arguments[0].equals("ask")) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        var goOn = false;
        var chart = true;
        var shape = AskOrder.Shape.TEXT;
        for (var argument : List.of(arguments).subList(1, arguments.length)) {
            switch (argument) {
                case "-c", "--conversation" -> goOn = true;
                case "--no-chart" -> chart = false;
                case "--json" -> shape = AskOrder.Shape.JSON;
                case String option
                when option.startsWith("-") -> {
                    return Optional.empty();
                }
                default -> words.add(argument);
            }
        }
        var question = String.join(" ", words);
        return question.isBlank()
                ? Optional.empty()
                : Optional.of(new AskOrder(
                        question,
                        null,
                        goOn,
                        shape,
                        chart,
                        context.environment().get("ASKTRAIL_URL"),
                        new Identity(context.environment().get("ASKTRAIL_TOKEN"), List.of(), List.of())));
    }

    /** Gives the exit code. */
    public int run() {
        return new AskFlow(context.services(), context.terminal()).run(order);
    }
}
