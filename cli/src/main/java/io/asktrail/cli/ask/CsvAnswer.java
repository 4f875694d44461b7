package io.asktrail.cli.ask;

import io.asktrail.cli.answer.FileReply;
import io.asktrail.cli.answer.Reply;
import io.asktrail.cli.render.AnswerText;
import io.asktrail.cli.render.Look;
import io.asktrail.cli.terminal.Terminal;
import io.asktrail.contracts.task.Export;

/**
 * The rows of an answer as CSV on standard output, made by the gateway, so that the file is the same as any other export.
 * What has to be said goes beside it.
 */
final class CsvAnswer {
    private final Gateway gateway;
    private final Terminal terminal;

    CsvAnswer(Gateway gateway, Terminal terminal) {
        this.gateway = gateway;
        this.terminal = terminal;
    }

    /** False if there was an answer and still no file. */
    boolean print(Reply reply, String address) {
        if (reply.table() == null) {
            AnswerText.lines(reply, Look.beside(terminal), address).forEach(terminal::tell);
            return true;
        }
        var file = FileReply.read(gateway.export(reply.id(), Export.Format.CSV, false, null));
        if (file.isEmpty()) {
            terminal.tell("What answers at %s does not make files as Asktrail does.".formatted(address));
            return false;
        }
        gateway.download(file.get().link(), terminal.out());
        terminal.out().flush();
        reply.notes().forEach(note -> terminal.tell("Note: " + note));
        return true;
    }
}
