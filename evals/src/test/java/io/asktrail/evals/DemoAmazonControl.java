package io.asktrail.evals;

import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the demo's Amazon lets anybody on the machine set: what goes wrong with it. */
final class DemoAmazonControl implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    private DemoAmazonControl(String url) {
        this.url = url;
    }

    /** Of a product that is starting; it listens before the services, and so before the sync, are started. */
    static DemoAmazonControl await(Path home) throws InterruptedException {
        var file = home.resolve("run/sandbox");
        while (!Files.exists(file)) {
            Thread.sleep(10);
        }
        return new DemoAmazonControl(RunningAsktrail.read(file));
    }

    /** Reports of that type stay in the queue until {@link #clear}. */
    void hold(String reportType) throws InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/faults"))
                .POST(BodyPublishers.ofString(
                        "{\"kind\": \"held_report\", \"report_type\": \"%s\"}".formatted(reportType))));
    }

    /** The first report over the days that are at most so old knows only half of their orders. */
    void restate(int days) throws InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/faults"))
                .POST(BodyPublishers.ofString("{\"kind\": \"restatement\", \"days\": %d}".formatted(days))));
    }

    void clear() throws InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/faults")).DELETE());
    }

    private void send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var reply = http.send(request.build(), BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new IllegalStateException(
                        "the sandbox answers %d: %s".formatted(reply.statusCode(), reply.body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
