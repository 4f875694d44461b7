package io.asktrail.gateway.socket;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.gateway.login.CallerLogin;
import io.asktrail.gateway.login.LoggedIn;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.socket.CloseStatus;

/**
 * One client at the other end of a socket: who it is, the question that is being answered and those that wait in line.
 * What is worked on for it ends when it goes away.
 */
final class Visitor {
    private final Outgoing out;
    private final CallerLogin logins;
    private final Questions questions;
    private final Timers timers;
    private final Clock clock;
    private final BlockingQueue<Said.Question> line;
    private final Thread worker = Thread.ofVirtual().name("socket").unstarted(this::answer);

    private @Nullable LoggedIn login;
    private @Nullable Future<?> patience;

    Visitor(
            Outgoing out,
            CallerLogin logins,
            Questions questions,
            Timers timers,
            SocketProperties bounds,
            Clock clock) {
        this.out = out;
        this.logins = logins;
        this.questions = questions;
        this.timers = timers;
        this.clock = clock;
        this.line = new ArrayBlockingQueue<>(bounds.inLine());
        waitFor(bounds.loginWithin(), "Log in first: send {\"token\":\"…\"} as the first message.");
    }

    /** The client is known from here on; null before. */
    synchronized void isKnownAs(LoggedIn known) {
        var first = login == null;
        login = known;
        waitFor(Duration.between(clock.instant(), known.until()), "The token has expired: get a new one.");
        out.ready(known);
        if (first) {
            worker.start();
        }
    }

    void said(Said said) {
        switch (said) {
            case Said.Token(var token) -> logIn(token);
            case Said.Question question -> ask(question);
            case Said.Unclear(var why) -> out.error(null, ErrorCode.MALFORMED_REQUEST, why);
        }
    }

    private void logIn(String token) {
        try {
            var now = logins.verify(token);
            if (isSomebodyElse(now)) {
                out.close(Close.notLoggedIn("The new token is somebody else's: open a new socket."));
            } else {
                isKnownAs(now);
            }
        } catch (AuthenticationException refusal) {
            out.close(Close.notLoggedIn(CallerLogin.why(refusal)));
        }
    }

    private synchronized boolean isSomebodyElse(LoggedIn other) {
        return login != null && !login.caller().sub().equals(other.caller().sub());
    }

    private void ask(Said.Question question) {
        if (known() == null) {
            out.close(Close.notLoggedIn("Log in first: send {\"token\":\"…\"} as the first message."));
        } else if (!line.offer(question)) {
            out.error(question.id(), ErrorCode.RATE_LIMITED, "Too many questions wait already: wait for an answer.");
        }
    }

    private synchronized @Nullable LoggedIn known() {
        return login;
    }

    private void answer() {
        try {
            while (true) {
                var question = line.take();
                var asking = known();
                if (asking != null) {
                    questions.answer(asking.caller(), question, out);
                }
            }
        } catch (InterruptedException | IOException gone) {
            // The client went away, or its messages do not get through: either way there is nobody to answer.
            out.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (RuntimeException fault) {
            out.failed(fault);
        }
    }

    private synchronized void waitFor(Duration time, String afterwards) {
        if (patience != null) {
            patience.cancel(false);
        }
        patience = timers.after(time, () -> out.close(Close.notLoggedIn(afterwards)));
    }

    /** The socket is closed. */
    synchronized void gone() {
        if (patience != null) {
            patience.cancel(false);
        }
        worker.interrupt();
    }
}
