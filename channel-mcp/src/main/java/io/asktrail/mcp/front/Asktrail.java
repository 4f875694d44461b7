package io.asktrail.mcp.front;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.Since;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.service.channel.FrontDoor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asktrail's own addresses, each call as the caller whom it is for. Every failure is a {@link Refused}. */
public final class Asktrail {
    private final FrontDoor door;
    private final JsonMapper json;

    public Asktrail(FrontDoor door, JsonMapper json) {
        this.door = door;
        // An orchestrator that is one release ahead may say more than we know.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** An answer that was given before, and what has become of its figures if that was asked. */
    public record Stored(Answer answer, Optional<Since> since) {}

    public Answer ask(Caller caller, AskRequest request) {
        return post(caller, "/v1/ask", request);
    }

    /** The same; {@code stages} is told what happens on the way, the answer not included. */
    public Answer ask(Caller caller, AskRequest request, Consumer<StageSeen> stages) {
        var call = door.as(caller.by(Channel.MCP))
                .method(HttpMethod.POST)
                .uri("/v1/ask")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .body(json.writeValueAsBytes(request));
        return exchange(call, reply -> new AnswerStream(json, stages).read(reply.getBody()));
    }

    public Answer query(Caller caller, TaskRequest task) {
        return post(caller, "/v1/query", task);
    }

    /**
     * An answer that the caller was given before.
     *
     * @param check whether to look what today's figures are
     */
    public Stored answer(Caller caller, String id, boolean check) {
        var call = door.as(caller.by(Channel.MCP)).get().uri("/v1/answers/{id}?check={check}", id, check);
        return exchange(call, reply -> stored(json.readTree(reply.getBody())));
    }

    private Stored stored(JsonNode body) {
        var since = body instanceof ObjectNode fields ? fields.remove("since") : null;
        return new Stored(
                json.treeToValue(body, Answer.class),
                Optional.ofNullable(since).map(node -> json.treeToValue(node, Since.class)));
    }

    public List<MetricCard> metrics(Caller caller) {
        return Arrays.asList(get(caller, "/v1/metrics", MetricCard[].class));
    }

    public List<DimensionCard> dimensions(Caller caller) {
        return Arrays.asList(get(caller, "/v1/dimensions", DimensionCard[].class));
    }

    private Answer post(Caller caller, String address, Object body) {
        var call = door.as(caller.by(Channel.MCP))
                .method(HttpMethod.POST)
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
        return exchange(call, reply -> json.readValue(reply.getBody(), Answer.class));
    }

    private <T> T get(Caller caller, String address, Class<T> type) {
        return exchange(
                door.as(caller.by(Channel.MCP)).get().uri(address), reply -> json.readValue(reply.getBody(), type));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ClientHttpResponse reply) throws IOException;
    }

    private <T> T exchange(RequestHeadersSpec<?> call, Reader<T> reader) {
        try {
            return call.exchangeForRequiredValue((_, reply) -> {
                if (reply.getStatusCode().isError()) {
                    throw Refused.read(json, reply);
                }
                return reader.read(reply);
            });
        } catch (ResourceAccessException | JacksonException lost) {
            throw Refused.lost(lost);
        }
    }
}
