package io.asktrail.slack.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.ask.Language;
import io.asktrail.slack.people.Member;

/** Something that somebody wants. Its key is the same however often Slack delivers it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Errand.Question.class, name = "question"),
    @JsonSubTypes.Type(value = Errand.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Errand.Csv.class, name = "csv"),
    @JsonSubTypes.Type(value = Errand.Thumb.class, name = "thumb")
})
public sealed interface Errand {
    String key();

    Member member();

    Spot spot();

    /** In which whoever wants it is spoken to until there is an answer, which says its own; English where no words were said. */
    default Language language() {
        return this instanceof Question question ? Language.of(question.text()) : Language.ENGLISH;
    }

    /** @param quoted whether others see only the answer, so that the question has to stand above it */
    record Question(String key, Member member, Spot spot, String text, boolean quoted) implements Errand {}

    /** @param option which of the ways to read the question that the answer offers */
    record Choice(String key, Member member, Spot spot, String answerId, int option) implements Errand {}

    record Csv(String key, Member member, Spot spot, String answerId) implements Errand {}

    record Thumb(String key, Member member, Spot spot, String answerId, boolean up) implements Errand {}
}
