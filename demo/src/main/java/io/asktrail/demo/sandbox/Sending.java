package io.asktrail.demo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.asktrail.demo.sandbox.http.Reply;
import java.io.IOException;

/** Puts a reply on the wire. */
final class Sending {
    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;

    private Sending() {}

    static void whole(HttpExchange exchange, Reply reply) throws IOException {
        begin(exchange, reply);
        if (reply.body().length() != 0) {
            try (var in = reply.body().open()) {
                in.transferTo(exchange.getResponseBody());
            }
        }
    }

    /** What follows is never sent: the caller closes the exchange, and with it the connection. */
    static void firstHalf(HttpExchange exchange, Reply reply) throws IOException {
        begin(exchange, reply);
        try (var in = reply.body().open()) {
            var out = exchange.getResponseBody();
            out.write(in.readNBytes((int) (reply.body().length() / 2)));
            out.flush();
        }
    }

    private static void begin(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.mediaType());
        reply.headers().forEach(headers::set);
        long length = reply.body().length();
        exchange.sendResponseHeaders(reply.status(), length == 0 ? NO_BODY : Math.max(CHUNKED, length));
    }
}
