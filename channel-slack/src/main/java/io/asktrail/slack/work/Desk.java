package io.asktrail.slack.work;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.slack.asking.Asktrail;
import io.asktrail.slack.message.AnswerMessage;
import io.asktrail.slack.message.Message;
import io.asktrail.slack.message.Words;
import io.asktrail.slack.sending.SlackApi;
import io.asktrail.slack.sending.SlackRefused;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does an errand for somebody who is known. */
final class Desk {
    private static final String NOT_YOURS = "Only the one who asked can do this: ask the question yourself.";
    private static final Set<String> LOST = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private final Asktrail asktrail;
    private final SlackApi slack;
    private final Places places;
    private final Conversations conversations;
    private final Files files;

    Desk(Asktrail asktrail, SlackApi slack, Places places, Conversations conversations, Files files) {
        this.asktrail = asktrail;
        this.slack = slack;
        this.places = places;
        this.conversations = conversations;
        this.files = files;
    }

    /** @throws SuiteException {@link ErrorCode#CANCELLED} if this process ends before the errand does */
    void work(Held held, Caller caller) {
        switch (held.errand()) {
            case Errand.Question question ->
                ask(held, caller, question.text(), conversations.of(question), question.quoted());
            case Errand.Choice choice -> choose(held, caller, choice);
            case Errand.Csv csv -> whispering(csv, () -> csv(caller, csv));
            case Errand.Thumb thumb -> whispering(thumb, () -> rate(caller, thumb));
        }
        held.done();
    }

    /** The words on a button are a reply in the conversation, as if they had been typed. */
    private void choose(Held held, Caller caller, Errand.Choice choice) {
        whispering(choice, () -> {
            var answer = asktrail.answer(caller, choice.answerId());
            var asked = answer.clarification();
            if (asked == null || choice.option() >= asked.options().size()) {
                places.whisper(choice, Words.NOT_TO_BE_CHOSEN.in(answer.language()));
                return;
            }
            ask(held, caller, asked.options().get(choice.option()).label(), answer.conversationId(), true);
        });
    }

    private void ask(Held held, Caller caller, String question, String conversation, boolean quoted) {
        var language = Language.of(question);
        var placed = Objects.requireNonNullElseGet(held.placed(), () -> placeFor(held, caller, conversation, language));
        var quote = quoted || placed.elsewhere() ? question : null;
        Answer answer;
        try (var progress = new Progress(slack, placed)) {
            answer = asktrail.ask(caller, question, conversation, progress);
        } catch (SuiteException failed) {
            refuseInterrupted(failed);
            if (held.isStillOurs()) {
                put(placed, AnswerMessage.quoting(quote, Message.of(failed.forCaller()), language));
            }
            return;
        }
        if (held.isStillOurs()) {
            put(placed, AnswerMessage.of(answer, quote));
            held.answered();
            files.attach(caller, answer, placed);
        }
    }

    private Placed placeFor(Held held, Caller caller, String conversation, Language language) {
        var errand = held.errand();
        var placed = places.post(errand, places.of(errand, caller), Message.of(Words.WORKING.in(language)));
        held.place(placed);
        if (placed.elsewhere()) {
            conversations.link(errand.member().team(), placed.channel(), placed.ts(), conversation);
            places.pointElsewhere(errand, Words.ANSWER_ELSEWHERE.in(language));
        }
        return placed;
    }

    private void put(Placed placed, Message message) {
        try {
            slack.update(placed.channel(), placed.ts(), message);
        } catch (SlackRefused refused) {
            if (LOST.contains(refused.error())) {
                slack.post(placed.channel(), placed.thread(), message); // somebody has deleted the first one
            } else if (message.blocks().isEmpty()) {
                throw refused;
            } else {
                put(placed, new Message(message.text(), List.of())); // the words at least
            }
        }
    }

    private void csv(Caller caller, Errand.Csv csv) {
        var answer = asktrail.answer(caller, csv.answerId());
        var title = Objects.requireNonNullElse(answer.question(), Words.ANSWER.in(answer.language()));
        var place = places.of(csv, caller);
        files.csv(caller, csv.answerId(), title, place.channel(), place.thread());
        if (place.elsewhere()) {
            places.pointElsewhere(csv, Words.FILE_ELSEWHERE.in(answer.language()));
        }
    }

    private void rate(Caller caller, Errand.Thumb thumb) {
        asktrail.rate(caller, thumb.answerId(), thumb.up());
        var noted = thumb.up() ? Words.NOTED_AS_HELPFUL : Words.NOTED_AS_NOT_HELPFUL;
        places.whisper(thumb, noted.in(thumb.language()));
    }

    /** What goes wrong is told to the one who pressed the button, and nobody else. */
    private void whispering(Errand errand, Runnable work) {
        try {
            work.run();
        } catch (SuiteException failed) {
            refuseInterrupted(failed);
            places.whisper(errand, failed.code() == ErrorCode.UNKNOWN_ID ? NOT_YOURS : failed.forCaller());
        }
    }

    // Whoever was interrupted does not speak: another gateway goes on.
    private static void refuseInterrupted(SuiteException failed) {
        if (failed.code() == ErrorCode.CANCELLED) {
            throw failed;
        }
    }

    /** Says why nothing comes of an errand, where its answer would have been, and ends it. */
    void giveUp(Held held, String words) {
        @Nullable Placed placed = held.placed();
        if (placed == null) {
            places.whisper(held.errand(), words);
        } else {
            put(placed, Message.of(words));
        }
        held.done();
    }
}
