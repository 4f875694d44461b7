package io.asktrail.service.call;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Requests that wait as long as the call they belong to has time left; the connections are shared by all of them. */
final class PatientRequests implements ClientHttpRequestFactory {
    /** What is left of the call that this thread makes. */
    static final ScopedValue<Duration> PATIENCE = ScopedValue.newInstance();

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        var requests = new JdkClientHttpRequestFactory(client, threads);
        requests.setReadTimeout(PATIENCE.get());
        return requests.createRequest(uri, method);
    }
}
