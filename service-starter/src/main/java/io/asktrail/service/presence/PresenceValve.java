package io.asktrail.service.presence;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Has every request looked after while it is worked on. Whoever waits in its thread is interrupted when it is given up. */
final class PresenceValve extends ValveBase {
    private final PresenceWatch watch;

    PresenceValve(PresenceWatch watch) {
        super(true);
        this.watch = watch;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var waiting = new Waiting(request.getCoyoteRequest());
        request.setAttribute(Waiting.ATTRIBUTE, waiting);
        var thread = Thread.currentThread();
        var inThread = new Interruption(thread);
        Waiting.whenGone(request, inThread);
        watch.add(waiting);
        try {
            getNext().invoke(request, response);
        } finally {
            inThread.end();
            leave(request, waiting);
        }
    }

    // What goes on in another thread says itself how it is stopped.
    private static void leave(Request request, Waiting waiting) {
        if (!request.isAsyncStarted()) {
            waiting.over();
            return;
        }
        try {
            request.getAsyncContext().addListener(new WhenOver(waiting));
        } catch (IllegalStateException endedMeanwhile) {
            waiting.over();
        }
    }

    /** Of a thread, as long as it works on the request. */
    private static final class Interruption implements Runnable {
        private final Thread thread;
        private boolean ended;

        Interruption(Thread thread) {
            this.thread = thread;
        }

        synchronized void end() {
            ended = true;
        }

        @Override
        public synchronized void run() {
            if (!ended) {
                thread.interrupt();
            }
        }
    }

    private record WhenOver(Waiting waiting) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            waiting.over();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
