package io.asktrail.demo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.FaultRule;
import io.asktrail.demo.sandbox.fault.SandboxFaults;
import io.asktrail.demo.sandbox.http.Reply;
import io.asktrail.demo.sandbox.http.RequestCounts;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What Amazon has not: faults on demand under {@code /sandbox/faults}, and {@code /sandbox/requests} to count by. */
final class ControlApi implements HttpHandler {
    private static final int LARGEST_BODY = 1 << 16;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final SandboxFaults faults;
    private final RequestCounts counts;

    ControlApi(SandboxFaults faults, RequestCounts counts) {
        this.faults = faults;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Sending.whole(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath()) {
            case "GET /sandbox/faults" -> faults();
            case "POST /sandbox/faults" -> add(exchange.getRequestBody().readNBytes(LARGEST_BODY));
            case "DELETE /sandbox/faults" -> {
                faults.clear();
                yield faults();
            }
            case "GET /sandbox/requests" -> requests();
            case "DELETE /sandbox/requests" -> {
                counts.clear();
                yield requests();
            }
            default -> problem(404, "use /sandbox/faults or /sandbox/requests");
        };
    }

    private Reply add(byte[] body) {
        try {
            faults.add(MAPPER.readValue(body, FaultJson.class).toRule());
            return faults();
        } catch (JacksonException e) {
            return problem(400, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private Reply faults() {
        return json(Map.of("faults", faults.all().stream().map(Standing::of).toList()));
    }

    private Reply requests() {
        return json(Map.of("requests", counts.all().stream().map(Counted::of).toList()));
    }

    private static Reply problem(int status, String detail) {
        return Reply.of(status, Reply.JSON, Map.of("detail", detail));
    }

    private static Reply json(Map<String, ?> value) {
        return Reply.text(200, Reply.JSON, MAPPER.writeValueAsString(value));
    }

    /** A fault that is set; {@code left} is how often it will strike, null for always. */
    private record Standing(
            String kind,
            Fault fault,
            @Nullable String path,
            @Nullable String reportType,
            @Nullable Integer left) {
        static Standing of(FaultRule rule) {
            var kind = FaultJson.Kind.of(rule.fault()).name().toLowerCase(Locale.ROOT);
            var left = rule.times() == FaultRule.ALWAYS ? null : Integer.valueOf(rule.times());
            return new Standing(kind, rule.fault(), rule.path(), rule.reportType(), left);
        }
    }

    /** A status of 0 says that no answer, or not all of it, went out. */
    private record Counted(String endpoint, String method, String path, int status, long count) {
        static Counted of(RequestCounts.Count count) {
            return new Counted(
                    count.endpoint().name().toLowerCase(Locale.ROOT),
                    count.endpoint().method(),
                    count.endpoint().path(),
                    count.status(),
                    count.count());
        }
    }
}
