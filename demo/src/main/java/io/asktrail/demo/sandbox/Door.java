package io.asktrail.demo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.SandboxFaults;
import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Endpoint;
import io.asktrail.demo.sandbox.http.Reply;
import io.asktrail.demo.sandbox.http.RequestCounts;
import java.io.IOException;
import java.util.Optional;

/** Where requests come in: faults strike here first, then the login, the profile and the budget are checked. */
final class Door implements HttpHandler {
    private final Amazon amazon;
    private final SandboxFaults faults;
    private final RequestCounts counts;

    Door(Amazon amazon, SandboxFaults faults, RequestCounts counts) {
        this.amazon = amazon;
        this.faults = faults;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var endpoint = Endpoint.of(exchange.getRequestMethod(), path);
            if (endpoint.isEmpty()) {
                Sending.whole(exchange, Reply.text(404, Reply.JSON, "{\"code\":\"404\",\"details\":\"Not Found\"}"));
                return;
            }
            answer(exchange, endpoint.get(), faults.atDoor(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Endpoint endpoint, Optional<Fault.AtDoor> fault)
            throws IOException, InterruptedException {
        switch (fault.orElse(null)) {
            case null -> send(exchange, endpoint, reply(exchange, endpoint));
            case Fault.Throttle(var retryAfter) -> send(exchange, endpoint, Reply.throttled(endpoint, retryAfter));
            case Fault.ErrorStatus(int status) ->
                send(
                        exchange,
                        endpoint,
                        Reply.refusal(endpoint, new ApiException(status, Integer.toString(status), "Fault on demand")));
            case Fault.Slow(var delay) -> {
                Thread.sleep(delay);
                send(exchange, endpoint, reply(exchange, endpoint));
            }
            case Fault.Reset _ -> counts.add(endpoint, RequestCounts.UNANSWERED);
            case Fault.CutReply _ -> {
                counts.add(endpoint, RequestCounts.UNANSWERED);
                Sending.firstHalf(exchange, reply(exchange, endpoint));
            }
        }
    }

    private Reply reply(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try {
            return amazon.answer(Call.read(endpoint, exchange));
        } catch (ApiException refused) {
            return Reply.refusal(endpoint, refused);
        }
    }

    private void send(HttpExchange exchange, Endpoint endpoint, Reply reply) throws IOException {
        // Counted before it is sent: who has the answer finds it in the counts.
        counts.add(endpoint, reply.status());
        Sending.whole(exchange, reply);
    }
}
