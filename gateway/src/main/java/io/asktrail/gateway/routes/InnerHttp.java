package io.asktrail.gateway.routes;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Requests to the inside over kept connections, read by the thread that waits for them: on virtual threads that costs a
 * third of what a client does that hands each reply through threads of its own.
 */
final class InnerHttp implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(1);
    // Each open event stream holds one.
    private static final int CONNECTIONS = 8_192;
    // The server closes idle ones after a minute; those that were used a moment ago are not looked at again.
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(100);
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private final CloseableHttpClient client;

    /** @param timeout the longest silence before and within a reply */
    InnerHttp(Duration timeout) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(timeout))
                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(Timeout.of(timeout))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .evictIdleConnections(IDLE)
                .setRetryStrategy(new OnlyStaleConnections())
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .disableDefaultUserAgent()
                .build();
    }

    /** The reply, once its head is there; it has to be {@linkplain #leave left}. */
    ClassicHttpResponse send(HttpHost host, ClassicHttpRequest request) throws IOException {
        return client.executeOpen(host, request, null);
    }

    /** Ends a reply. What was not read of it is not waited for: its connection is closed, and the other side sees that. */
    static void leave(ClassicHttpResponse reply) {
        if (reply instanceof ModalCloseable open) {
            open.close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
