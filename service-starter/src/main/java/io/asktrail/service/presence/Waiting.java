package io.asktrail.service.presence;

import jakarta.servlet.ServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;

/**
 * One request whose reply is being worked on. While it is, nobody else reads from its connection, so that a look at it
 * shows whether the other end has been closed.
 */
public final class Waiting {
    static final String ATTRIBUTE = Waiting.class.getName();

    /** A request that is answered at once is not looked at: most are. */
    private static final long LOOKED_AT_AFTER = TimeUnit.MILLISECONDS.toNanos(50);

    private final Request request;
    private final long began = System.nanoTime();
    private final List<Runnable> whenGone = new ArrayList<>();
    private boolean over;

    /** @param request of the server itself; it is used for the next one as soon as this one is over */
    Waiting(Request request) {
        this.request = request;
    }

    /**
     * Has something done, once, when the caller of a request goes away before the reply is written: by another thread,
     * and soon after. Does nothing for a request that did not come through a connection.
     */
    public static void whenGone(ServletRequest request, Runnable work) {
        if (request.getAttribute(ATTRIBUTE) instanceof Waiting waiting) {
            waiting.add(work);
        }
    }

    private synchronized void add(Runnable work) {
        whenGone.add(work);
    }

    /** Nothing of it is touched afterwards. */
    synchronized void over() {
        over = true;
    }

    /** @return whether there is no reason to look again */
    synchronized boolean look() {
        if (over) {
            return true;
        }
        if (System.nanoTime() - began < LOOKED_AT_AFTER || !wasRead() || !isClosed()) {
            return false;
        }
        over = true;
        whenGone.forEach(Runnable::run);
        return true;
    }

    // As long as the body is not read, the connection belongs to the one who reads it.
    private boolean wasRead() {
        var whole = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        return whole.get();
    }

    // Tomcat reads without waiting and calls a closed connection one byte; whoever sends the next request early, sends
    // more than that.
    private boolean isClosed() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == 1;
    }
}
