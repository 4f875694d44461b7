package io.asktrail.slack.asking;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.service.channel.FrontDoor;
import io.asktrail.slack.message.Words;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asktrail as the one who asks sees it: their rights, their limits, their answers.
 *
 * <p>All throw a {@link SuiteException} with a sentence for them.
 */
public final class Asktrail {
    private static final int PICTURE_WIDTH = 800;

    private final FrontDoor door;
    private final JsonMapper json;

    /** @param json as the service reads and writes; what a newer one adds is passed over here */
    public Asktrail(FrontDoor door, JsonMapper json) {
        this.door = door;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param stages told in a sentence what happens meanwhile
     */
    public Answer ask(Caller caller, String question, String conversation, Consumer<String> stages) {
        var request = new AskRequest(question, conversation, null, null, null);
        return sent(
                client -> client.post()
                        .uri("/v1/ask")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .body(json.writeValueAsBytes(request))
                        .exchangeForRequiredValue((_, reply) -> new AnswerStream(json, stages, Language.of(question))
                                .read(succeeded(reply).getBody())),
                caller,
                Language.of(question));
    }

    /** An answer of the caller's own; somebody else's is unknown. */
    public Answer answer(Caller caller, String id) {
        return sent(client -> json.readValue(got(client, "/v1/answers/{id}?check=false", id), Answer.class), caller);
    }

    /** The chart of an answer as PNG. */
    public byte[] chart(Caller caller, String id) {
        return sent(client -> got(client, "/v1/answers/{id}/chart.png?scale=2&width=" + PICTURE_WIDTH, id), caller);
    }

    /** Has a CSV made of an answer's whole table. */
    public ExportedFile csv(Caller caller, String id) {
        return sent(
                client -> json.readValue(
                        posted(client, "/v1/answers/{id}/export", Map.of("format", "csv"), id), ExportedFile.class),
                caller);
    }

    /** The bytes of a file of the caller's own. */
    public byte[] content(Caller caller, ExportedFile file) {
        return sent(client -> got(client, "/v1/exports/{id}", file.id()), caller);
    }

    /** Says of an answer whether it helps; what was said before is replaced. */
    public void rate(Caller caller, String id, boolean helps) {
        sent(client -> posted(client, "/v1/answers/{id}/feedback", Map.of("thumb", helps ? "up" : "down"), id), caller);
    }

    private static byte[] got(RestClient client, String address, String id) {
        return client.get().uri(address, id).exchangeForRequiredValue((_, reply) -> bytes(reply));
    }

    private byte[] posted(RestClient client, String address, Map<String, String> body, String id) {
        return client.post()
                .uri(address, id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body))
                .exchangeForRequiredValue((_, reply) -> bytes(reply));
    }

    private static byte[] bytes(ClientHttpResponse reply) throws IOException {
        return succeeded(reply).getBody().readAllBytes();
    }

    private static ClientHttpResponse succeeded(ClientHttpResponse reply) throws IOException {
        HttpStatusCode status = reply.getStatusCode();
        if (!status.is2xxSuccessful()) {
            throw Failures.of(status.value(), reply.getBody());
        }
        return reply;
    }

    private <T> T sent(Function<RestClient, T> call, Caller caller) {
        return sent(call, caller, Language.ENGLISH);
    }

    private <T> T sent(Function<RestClient, T> call, Caller caller, Language language) {
        try {
            return call.apply(door.as(caller.by(Channel.SLACK)));
        } catch (RestClientException | IllegalStateException away) {
            throw Failures.suiteOr(away, Words.AWAY.in(language));
        } catch (JacksonException unreadable) {
            throw new SuiteException(
                    ErrorCode.BROKEN_INVARIANT, "Asktrail's answer could not be read: tell its operator.", unreadable);
        }
    }
}
