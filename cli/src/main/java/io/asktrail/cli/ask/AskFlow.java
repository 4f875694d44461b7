package io.asktrail.cli.ask;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.answer.Reply;
import io.asktrail.cli.answer.ReplyReader;
import io.asktrail.cli.launch.Running;
import io.asktrail.cli.launch.Services;
import io.asktrail.cli.render.AnswerText;
import io.asktrail.cli.render.ExplanationText;
import io.asktrail.cli.render.Look;
import io.asktrail.cli.terminal.Terminal;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.ask.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** From a question to its answer on the terminal. */
final class AskFlow {
    /** How long one that was just told to stop may take to be gone. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Services services;
    private final Terminal terminal;

    AskFlow(Services services, Terminal terminal) {
        this.services = services;
        this.terminal = terminal;
    }

    /** Gives the exit code. */
    int run(AskOrder order) {
        return order.url() == null ? askHere(order) : askThere(order, order.url());
    }

    private int askThere(AskOrder order, String address) {
        try {
            return ask(order, address, order.identity().tokenElsewhere());
        } catch (UnreachableException refused) {
            throw new CliFailure(
                    ExitCodes.UNREACHABLE,
                    "Nothing answers at %s: check --url or ASKTRAIL_URL, and that Asktrail runs there."
                            .formatted(address),
                    refused);
        }
    }

    private int askHere(AskOrder order) {
        var running = services.ensureUp();
        try {
            return ask(order, running);
        } catch (UnreachableException refused) {
            // It may have been stopping when we looked; then there is one more try, else there is something wrong.
            if (isGone(running)) {
                return askAgain(order);
            }
            throw silent(running, refused);
        }
    }

    private int askAgain(AskOrder order) {
        var running = services.ensureUp();
        try {
            return ask(order, running);
        } catch (UnreachableException refused) {
            throw silent(running, refused);
        }
    }

    private static CliFailure silent(Running running, UnreachableException cause) {
        return new CliFailure(
                ExitCodes.UNREACHABLE,
                "Asktrail runs (process %d) but does not answer at %s: see ./asktrail logs, then ./asktrail down and ask again."
                        .formatted(running.process().pid(), running.address()),
                cause);
    }

    private int ask(AskOrder order, Running running) {
        return ask(order, running.address(), order.identity().tokenFor(services.installation()));
    }

    private static boolean isGone(Running running) {
        return running.process()
                .onExit()
                .completeOnTimeout(running.process(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(process -> !process.isAlive())
                .join();
    }

    private int ask(AskOrder order, String address, String token) {
        var lastConversation = services.installation().run("conversation");
        var conversation = order.goOn() ? services.installation().text(lastConversation) : "";
        if (order.goOn() && conversation.isEmpty()) {
            throw new CliFailure(ExitCodes.USAGE, "There is no conversation to go on with: ask without -c first.");
        }
        var gateway = new Gateway(address, token);
        var body = body(order, gateway, conversation);
        var reply = ReplyReader.read(body)
                .orElseThrow(() -> new CliFailure(
                        ExitCodes.UNREACHABLE,
                        "What answers at %s does not speak as Asktrail does.".formatted(address)));
        if (!reply.conversationId().equals(conversation)) {
            services.installation().write(lastConversation, reply.conversationId() + "\n");
        }
        if (order.shape() == AskOrder.Shape.CSV) {
            return new CsvAnswer(gateway, terminal).print(reply, address) ? exitCode(reply.status()) : ExitCodes.FAILED;
        }
        print(order, reply, body, address);
        return exitCode(reply.status());
    }

    private void print(AskOrder order, Reply reply, byte[] body, String address) {
        switch (order.shape()) {
            case JSON -> terminal.print(new String(body, StandardCharsets.UTF_8).stripTrailing());
            case TEXT, CSV -> printText(order, reply, address);
            case EXPLAINED -> {
                printText(order, reply, address);
                terminal.print("");
                ExplanationText.lines(reply.explanation(), terminal.columns()).forEach(terminal::print);
            }
        }
    }

    // Where nobody looks on, and where the answer is wanted as the web API gives it, it comes in one piece.
    private byte[] body(AskOrder order, Gateway gateway, String conversation) {
        if (!terminal.errIsTerminal() || order.shape() == AskOrder.Shape.JSON) {
            return gateway.ask(order.question(), conversation, order.asOf());
        }
        try (var stages = new Stages(terminal, Language.of(order.question()))) {
            return gateway.ask(order.question(), conversation, order.asOf(), stages::happened);
        }
    }

    private void printText(AskOrder order, Reply reply, String address) {
        AnswerText.lines(reply, Look.of(terminal, order.chart()), address).forEach(terminal::print);
    }

    private static int exitCode(AnswerStatus status) {
        return switch (status) {
            case ANSWERED, PARTIAL -> ExitCodes.OK;
            case CLARIFICATION -> ExitCodes.CLARIFICATION;
            case REFUSED -> ExitCodes.REFUSED;
            case FAILED -> ExitCodes.FAILED;
        };
    }
}
