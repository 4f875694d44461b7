package io.asktrail.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Stands between a caller and a service and does to each request what a test wants. One request a connection, so that
 * every one is seen; the bytes are the service's own.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket door;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile int target;
    private volatile Function<String, Fault> faults = _ -> new Fault.None();

    /** @param target the service's port on this machine; may be changed later */
    public FaultProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    /** Where callers are sent instead of to the service. */
    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** The service that requests go to from now on. */
    public void target(int port) {
        target = port;
    }

    /** Sets what happens to a request with a path. */
    public void faults(Function<String, Fault> faults) {
        this.faults = faults;
    }

    /** The requests with such a path since {@link #forget}. */
    public long count(String path) {
        return paths.stream().filter(path::equals).count();
    }

    /** Counts from 0 again and lets everything pass. */
    public void forget() {
        paths.clear();
        faults = _ -> new Fault.None();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var head = head(caller.getInputStream());
            var words = head.split(" ", 3);
            if (words.length < 3) {
                return;
            }
            paths.add(words[1]);
            treat(caller, head, faults.apply(words[1]));
        } catch (IOException ended) {
            // One of the two is gone, which is what the other one is to notice.
        }
    }

    private void treat(Socket caller, String head, Fault fault) throws IOException {
        switch (fault) {
            case Fault.None _ -> forward(caller, head, caller.getOutputStream());
            case Fault.Before(var happens) -> {
                happens.run();
                forward(caller, head, caller.getOutputStream());
            }
            case Fault.Reset _ -> caller.setSoLinger(true, 0);
            case Fault.LostReply _ -> {
                forward(caller, head, OutputStream.nullOutputStream());
                caller.setSoLinger(true, 0);
            }
            case Fault.Cut _ -> {
                var whole = new ByteArrayOutputStream();
                forward(caller, head, whole);
                caller.getOutputStream().write(whole.toByteArray(), 0, whole.size() / 2);
            }
            case Fault.Status(var code, var headers) ->
                reply(caller, "HTTP/1.1 %d Fault\r\n%sContent-Length: 0\r\n".formatted(code, headers), "");
            case Fault.Replaced(var json) ->
                reply(
                        caller,
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                                .formatted(json.getBytes(StandardCharsets.UTF_8).length),
                        json);
        }
    }

    private static void reply(Socket caller, String head, String body) throws IOException {
        var text = head + "Connection: close\r\n\r\n" + body;
        caller.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
        caller.shutdownOutput();
        drain(caller);
    }

    // What was sent and not read would turn the end of the connection into a reset.
    private static void drain(Socket caller) throws IOException {
        caller.setSoTimeout(1_000);
        caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void forward(Socket caller, String head, OutputStream back) throws IOException {
        try (var service = new Socket(InetAddress.getLoopbackAddress(), target)) {
            var once = head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
            service.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
            service.getOutputStream().flush();
            Thread.ofVirtual().start(() -> pump(caller, service));
            service.getInputStream().transferTo(back);
            back.flush();
        }
    }

    // Also tells the service when its caller is gone.
    private static void pump(Socket caller, Socket service) {
        try {
            caller.getInputStream().transferTo(service.getOutputStream());
            service.close();
        } catch (IOException ended) {
            try {
                service.close();
            } catch (IOException closed) {
                // It is closed.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
