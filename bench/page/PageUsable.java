import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How long until somebody who opens the page can type a question: from the click to a box that takes words, with the
 * catalogue behind its completion. In a browser that has never been here, and in one that has.
 *
 * <pre>PageUsable URL TOKEN_FILE CHROMIUM [ROUNDS]</pre>
 */
final class PageUsable {
    private static final int WARM = 5;

    private PageUsable() {}

    public static void main(String[] arguments) throws Exception {
        var address = arguments[0] + "/#token=" + Files.readString(Path.of(arguments[1])).strip();
        var rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(arguments[2]))
                                .setArgs(List.of("--no-sandbox")))) {
            tell("an empty page", IntStream.range(0, rounds).mapToObj(_ -> emptyPage(browser)).toList());
            IntStream.range(0, WARM).forEach(_ -> firstVisit(browser, address));
            tell("first visit", IntStream.range(0, rounds).mapToObj(_ -> firstVisit(browser, address)).toList());
            try (var returning = browser.newContext()) {
                visit(returning, address);
                tell("later visit", IntStream.range(0, rounds).mapToObj(_ -> visit(returning, address)).toList());
            }
        }
    }

    /** What the browser alone takes here, for a page that is nothing but the box. */
    private static double emptyPage(Browser browser) {
        try (var context = browser.newContext()) {
            return visit(context, "data:text/html,<label>Your question<textarea></textarea></label>");
        }
    }

    private static double firstVisit(Browser browser, String address) {
        try (var context = browser.newContext()) {
            return visit(context, address);
        }
    }

    /** Milliseconds. */
    private static double visit(BrowserContext context, String address) {
        try (var page = context.newPage()) {
            var begun = System.nanoTime();
            page.navigate(address);
            page.getByLabel("Your question").fill("spend last month");
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static void tell(String name, List<Double> took) {
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                "%s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms of %d%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1),
                sorted.getLast(),
                sorted.size());
    }
}
