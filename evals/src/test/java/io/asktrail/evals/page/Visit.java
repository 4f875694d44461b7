package io.asktrail.evals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at the page, and what their browser has said and asked for meanwhile. */
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Visit(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE_MS);
        page.onRequest(request -> requests.add(request.method() + " " + request.url()));
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            // That an address answers 401 or 404 is for the page to handle, and is tested where it matters.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Comes in as {@code ./asktrail open} leads in. */
    Visit logIn(String token) {
        knock(token);
        page.waitForSelector(".shell");
        return this;
    }

    /** Comes to the door with a token that need not open it. */
    Visit knock(String token) {
        page.navigate(address + "/#token=" + token);
        return this;
    }

    Visit goTo(String hash) {
        page.evaluate("to => { location.hash = to }", hash);
        return this;
    }

    /** Asks and waits for what comes of it. */
    Locator ask(String question) {
        var before = turns().count();
        box().fill(question);
        box().press("Enter");
        return settled(before + 1);
    }

    /** The newest turn once there are that many, and it is at its end. */
    Locator settled(int count) {
        assertThat(turns()).hasCount(count);
        var turn = turns().last();
        assertThat(turn).hasAttribute("aria-busy", "false");
        return turn;
    }

    Locator turns() {
        return page.locator(".turn");
    }

    Locator box() {
        return page.getByLabel("Your question");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Requests of the page to the service, as {@code POST /v1/ask}. */
    List<String> apiCalls() {
        return requests.stream()
                .filter(request -> request.contains("/v1/"))
                .map(request -> request.replace(address, ""))
                .toList();
    }

    /** Requests for files, as addresses. */
    List<String> files() {
        return requests.stream().filter(request -> request.contains("/assets/")).toList();
    }

    /** Whom the page has asked for anything, other than the service that it comes from. */
    List<String> strangers() {
        return requests.stream()
                .map(request -> request.substring(request.indexOf(' ') + 1))
                .filter(url -> url.startsWith("http") && !url.startsWith(address))
                .toList();
    }

    /** What the browser had to complain of: broken scripts, the page's own policy. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Answers an address in the service's place. */
    void answering(String pattern, int status, String json) {
        page.route(
                pattern,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType(status < 400 ? "application/json" : "application/problem+json")
                        .setBody(json)));
    }

    /** What axe finds that keeps people out, as sentences. */
    @SuppressWarnings("unchecked")
    List<String> barriers() {
        if (!(Boolean) page.evaluate("() => typeof axe !== 'undefined'")) {
            return Chromium.skip("axe-core is not installed in console/node_modules");
        }
        return (List<String>) page.evaluate("""
            () => axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations
                .filter((violation) => ['serious', 'critical'].includes(violation.impact))
                .map((violation) => violation.id + ': '
                    + violation.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; ')))
            """);
    }

    /** Bytes that came over the wire for a request, as they were packed. */
    static long packed(Request request) {
        return request.sizes().responseBodySize;
    }

    /** A picture for the documentation, where {@code ASKTRAIL_SCREENSHOTS} asks for new ones; else into target. */
    void picture(String name) {
        page.mouse().move(0, 0);
        var folder = System.getenv("ASKTRAIL_SCREENSHOTS") == null ? "target/screenshots" : "../docs/screenshots";
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
