package io.asktrail.gateway.routes;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Repeats, once, what went to a connection that the other side had just closed, if doing it twice does no harm. Refusals
 * of the inside are the caller's to repeat.
 */
final class OnlyStaleConnections implements HttpRequestRetryStrategy {
    @Override
    public boolean retryRequest(HttpRequest request, IOException failure, int attempts, HttpContext context) {
        var closed = failure instanceof NoHttpResponseException
                || failure instanceof ConnectionClosedException
                || (failure instanceof SocketException && !(failure instanceof HttpHostConnectException));
        return closed
                && attempts == 1
                && Method.isIdempotent(request.getMethod())
                && !Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean retryRequest(HttpResponse reply, int attempts, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse reply, int attempts, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}
