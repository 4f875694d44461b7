package io.asktrail.slack.work;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.slack.asking.Asktrail;
import io.asktrail.slack.message.AnswerMessage;
import io.asktrail.slack.message.Message;
import io.asktrail.slack.message.Words;
import io.asktrail.slack.sending.Attachment;
import io.asktrail.slack.sending.SlackApi;
import io.asktrail.slack.sending.SlackAway;
import io.asktrail.slack.sending.SlackRefused;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes with an answer: its chart, all of its table where a message shows a part, the file that was asked for. */
final class Files {
    private static final Logger log = LoggerFactory.getLogger(Files.class);
    private static final long LARGEST = 50L * 1024 * 1024;

    private final Asktrail asktrail;
    private final SlackApi slack;

    Files(Asktrail asktrail, SlackApi slack) {
        this.asktrail = asktrail;
        this.slack = slack;
    }

    /** Attaches them; one that cannot be had keeps none of the others away, and the answer stands without. */
    void attach(Caller caller, Answer answer, Placed placed) {
        if (answer.chart() != null) {
            trying("chart", () -> chart(caller, answer, placed));
        }
        var asked = answer.export();
        if (asked != null) {
            trying("export", () -> file(caller, asked, title(answer), placed, answer.language()));
        } else if (AnswerMessage.isTableCut(answer)) {
            trying("table", () -> csv(caller, answer.id(), title(answer), placed.channel(), placed.thread()));
        }
        if (AnswerMessage.isTextCut(answer)) {
            trying("text", () -> text(answer, placed));
        }
    }

    private void chart(Caller caller, Answer answer, Placed placed) {
        var picture = asktrail.chart(caller, answer.id());
        slack.attach(
                placed.channel(),
                placed.thread(),
                Attachment.of(title(answer), "png", title(answer), answer.text(), picture));
    }

    private void text(Answer answer, Placed placed) {
        var words = answer.text().getBytes(StandardCharsets.UTF_8);
        slack.attach(
                placed.channel(),
                placed.thread(),
                Attachment.of(title(answer), "txt", Words.WHOLE_ANSWER.in(answer.language()), "", words));
    }

    /**
     * Has the whole table made a file and attaches it.
     *
     * @throws SuiteException with a sentence for the caller, if they may not have it or there is none
     */
    void csv(Caller caller, String answerId, String title, String channel, @Nullable String thread) {
        var file = asktrail.csv(caller, answerId);
        slack.attach(channel, thread, Attachment.of(title, "csv", title, "", asktrail.content(caller, file)));
    }

    private void file(Caller caller, ExportedFile file, String title, Placed placed, Language language) {
        if (file.bytes() > LARGEST) {
            slack.post(
                    placed.channel(),
                    placed.thread(),
                    Message.of(Words.FILE_TOO_LARGE.in(language, file.bytes() / 1024 / 1024, file.link())));
            return;
        }
        var dot = file.fileName().lastIndexOf('.');
        var ending = dot < 0 ? "bin" : file.fileName().substring(dot + 1);
        slack.attach(
                placed.channel(),
                placed.thread(),
                Attachment.of(title, ending, title, "", asktrail.content(caller, file)));
    }

    private static String title(Answer answer) {
        return Objects.requireNonNullElse(answer.question(), Words.ANSWER.in(answer.language()));
    }

    private static void trying(String what, Runnable attaching) {
        try {
            attaching.run();
        } catch (SuiteException | SlackRefused | SlackAway failed) {
            log.atWarn()
                    .addKeyValue("file", what)
                    .addKeyValue("failure", failed.getMessage())
                    .log("not attached");
        }
    }
}
