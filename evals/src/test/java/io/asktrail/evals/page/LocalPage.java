package io.asktrail.evals.page;

import com.microsoft.playwright.options.ColorScheme;
import io.asktrail.evals.page.Chromium.Size;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;

/** The product with its page, and a browser to look at it. */
final class LocalPage implements AutoCloseable {
    /** The last day of the demo's data. Questions name their days, so that pictures of them stay the same. */
    static final LocalDate UNTIL = LocalDate.of(2025, 11, 15);

    final RunningAsktrail asktrail;
    private final Chromium chromium;

    private LocalPage(Chromium chromium, RunningAsktrail asktrail) {
        this.chromium = chromium;
        this.asktrail = asktrail;
    }

    static LocalPage start() throws InterruptedException {
        return start(Form.LOCAL);
    }

    static LocalPage start(Form form) throws InterruptedException {
        var chromium = Chromium.start();
        try {
            return with(chromium, RunningAsktrail.start(form, UNTIL));
        } catch (RuntimeException failure) {
            chromium.close();
            throw failure;
        }
    }

    private static LocalPage with(Chromium chromium, RunningAsktrail asktrail) throws InterruptedException {
        var local = new LocalPage(chromium, asktrail);
        if (!local.text("/").contains("<div id=\"page\">")) {
            local.close();
            return Chromium.skip("this build has no page, for want of Node 20.19 or newer with npm");
        }
        return local;
    }

    Visit visit() {
        return visit(Size.DESK, ColorScheme.LIGHT);
    }

    Visit visit(Size size, ColorScheme colours) {
        return chromium.visit(asktrail.url(), size, colours);
    }

    /** Somebody with all rights, who has come in. */
    Visit owner() {
        return visit().logIn(asktrail.ownerToken());
    }

    private String text(String path) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(asktrail.url() + path)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        chromium.close();
        asktrail.close();
    }
}
