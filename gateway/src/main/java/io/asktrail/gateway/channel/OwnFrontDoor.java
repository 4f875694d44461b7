package io.asktrail.gateway.channel;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.service.channel.FrontDoor;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The gateway's own address on this machine, so that a channel has no way past the limits and the login. */
final class OwnFrontDoor implements FrontDoor {
    private static final int NOT_YET = 0;

    private final ChannelTokens tokens;
    private final RestClient.Builder http;
    private final String host;
    private volatile int port = NOT_YET;

    /**
     * @param host where the server listens, as this process reaches it
     * @param timeout how long an answer may take
     */
    OwnFrontDoor(ChannelTokens tokens, RestClient.Builder http, String host, Duration timeout) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
        var requests = new JdkClientHttpRequestFactory(client, threads);
        requests.setReadTimeout(timeout);
        requests.enableCompression(false);
        this.tokens = tokens;
        this.http = http.requestFactory(requests);
        this.host = host;
    }

    @EventListener
    void listening(WebServerInitializedEvent begun) {
        // The management port of a deployment has a server of its own, with a namespace.
        if (begun.getApplicationContext().getServerNamespace() == null) {
            port = begun.getWebServer().getPort();
        }
    }

    @Override
    public RestClient as(Caller caller) {
        if (port == NOT_YET) {
            throw new IllegalStateException("the gateway does not listen yet");
        }
        return http.clone()
                .baseUrl("http://%s:%d".formatted(host, port))
                .defaultHeaders(headers -> headers.setBearerAuth(tokens.mint(caller)))
                .build();
    }
}
