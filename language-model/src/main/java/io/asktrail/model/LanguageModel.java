package io.asktrail.model;

import io.asktrail.contracts.answer.Cost;
import java.time.Duration;

/** A language model that replies in a given form. Whatever goes wrong is a reply too: nothing is thrown. */
public interface LanguageModel {
    /** @param within the longest wait */
    Reply reply(Request request, Duration within);

    /**
     * @param instructions what it is to do, the same each time
     * @param task what is asked now
     * @param schema the JSON Schema of the reply, by OpenAI's strict rules
     */
    record Request(String instructions, String task, String schema) {}

    /** What came back, and what it cost. */
    sealed interface Reply {
        Cost cost();

        record Text(String text, Cost cost) implements Reply {}

        /** @param cutOff whether it was too long to be finished */
        record Useless(boolean cutOff, Cost cost) implements Reply {}

        /** The service is down, slow, or said nothing that its protocol knows. */
        record NotThere(Cost cost) implements Reply {}
    }
}
