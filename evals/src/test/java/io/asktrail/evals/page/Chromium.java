package io.asktrail.evals.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium; what has no such browser skips these tests and says so. */
final class Chromium implements AutoCloseable {
    private static final Path AXE = Path.of("../console/node_modules/axe-core/axe.min.js");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--no-first-run");

    /** How long the page may take for anything, before it counts as never. */
    static final double PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        var program = program();
        // On a machine that is busy with other builds too, what comes late is not what never comes.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        // Neither is anything downloaded nor looked for elsewhere: the browser is the one of this machine.
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(program).setArgs(FLAGS)));
    }

    private static Path program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> skip("there is no Chromium on this machine (Debian: apt install chromium)"));
    }

    /** @param why what is missing, and how it is had */
    static <T> T skip(String why) {
        System.out.printf("The web page is not tested: %s.%n", why);
        return Assumptions.abort(why);
    }

    /** A browser that nobody has used yet. */
    Visit visit(String address, Size size, ColorScheme colours) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(size.width(), size.height())
                .setColorScheme(colours)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setLocale("en-IN")
                .setTimezoneId("Asia/Kolkata")
                .setAcceptDownloads(true)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        withAxe(context);
        return new Visit(context, address);
    }

    // By the browser's own protocol, past the page's policy, which would not let it in.
    private static void withAxe(BrowserContext context) {
        if (Files.exists(AXE)) {
            try {
                context.addInitScript(Files.readString(AXE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** A window, in pixels. */
    record Size(int width, int height) {
        static final Size DESK = new Size(1280, 900);
        static final Size PHONE = new Size(390, 844);
    }
}
