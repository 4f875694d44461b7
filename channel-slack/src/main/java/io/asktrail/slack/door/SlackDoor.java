package io.asktrail.slack.door;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.ServletAdapterOps;
import com.slack.api.bolt.jakarta_servlet.SlackAppServletAdapter;
import com.slack.api.bolt.request.Request;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import io.asktrail.slack.message.Button;
import io.asktrail.slack.work.Inbox;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Slack knocks. A request is believed by its signature alone, on its bytes as they came; then Slack's own library reads
 * it, and it is acknowledged before anything is done about it.
 */
public final class SlackDoor extends HttpServlet {
    public static final List<String> ADDRESSES = List.of("/slack/events", "/slack/commands", "/slack/interactions");

    private static final Logger log = LoggerFactory.getLogger(SlackDoor.class);
    private static final int LARGEST = 1024 * 1024;

    private final transient Signatures signatures;
    private final transient ProblemWriter problems;
    private final transient App app;
    private final transient AppConfig config;

    /** @param secret with which Slack signs */
    public SlackDoor(
            Supplier<String> secret, Slack slack, Inbox inbox, JsonMapper json, ProblemWriter problems, Clock clock) {
        this.signatures = new Signatures(secret, clock);
        this.problems = problems;
        // Nothing of the environment, where the library would look for secrets by itself; they are not its business
        // here.
        this.config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .build();
        // In the place of the library's own checks, which would call Slack before they let anybody in.
        this.app = new App(config, List.of(new Events(inbox, json)));
        app.command(Pattern.compile("/.*"), new Commands(inbox));
        app.blockAction(Button.ANY, new Buttons(inbox));
        app.start();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            problems.write(response, Problem.of(ErrorCode.TOO_LARGE, "Slack sends nothing as large as this."));
        } else if (!isSigned(request, body)) {
            problems.write(
                    response,
                    Problem.of(
                            ErrorCode.UNAUTHENTICATED, "This address is for Slack, with its signature of just now."));
        } else {
            answer(request, new String(body, StandardCharsets.UTF_8), response);
        }
    }

    private boolean isSigned(HttpServletRequest request, byte[] body) {
        return signatures.hold(only(request, "X-Slack-Request-Timestamp"), only(request, "X-Slack-Signature"), body);
    }

    // Of two nobody can say which one was meant.
    private static @Nullable String only(HttpServletRequest request, String header) {
        var values = Collections.list(request.getHeaders(header));
        return values.size() == 1 ? values.getFirst() : null;
    }

    private void answer(HttpServletRequest request, String body, HttpServletResponse response) throws IOException {
        var read = read(request, body);
        if (read == null) {
            problems.write(response, Problem.of(ErrorCode.MALFORMED_REQUEST, "This is nothing that Slack sends here."));
            return;
        }
        try {
            ServletAdapterOps.writeResponse(response, app.run(read));
        } catch (IOException gone) {
            throw gone;
        } catch (Exception unforeseen) {
            log.atError().setCause(unforeseen).log("a request of Slack's failed");
            problems.write(response, Problem.of(ErrorCode.BROKEN_INVARIANT, "Asktrail failed at this."));
        }
    }

    private @Nullable Request<?> read(HttpServletRequest request, String body) throws IOException {
        try {
            return new Reader(config, body).buildSlackRequest(request);
        } catch (RuntimeException unreadable) {
            // The library's way to say that something is missing in it.
            log.atDebug().setCause(unreadable).log("signed, and not to be read");
            return null;
        }
    }

    /** Gives the library the body that was checked, instead of one that it puts together itself. */
    private static final class Reader extends SlackAppServletAdapter {
        private final String body;

        Reader(AppConfig config, String body) {
            super(config);
            this.body = body;
        }

        @Override
        protected String doReadRequestBodyAsString(HttpServletRequest request) {
            return body;
        }

        @Override
        public @Nullable Request<?> buildSlackRequest(HttpServletRequest request) throws IOException {
            return super.buildSlackRequest(request);
        }
    }
}
