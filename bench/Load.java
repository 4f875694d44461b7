import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A closed-loop load on one address: so many clients, each with one kept connection, each asking again as soon as it has
 * its answer. Prints p50, p99, requests a second, and the CPU time a request cost the server.
 *
 * <pre>java bench/Load.java URL TOKEN_FILE BODY CLIENTS SECONDS [SERVER_PID …]</pre>
 *
 * TOKEN_FILE is a token, {@code -} for none, or the key file of an internal audience ({@code orchestrator.key}): then a
 * token as the gateway would mint it, good for a minute, so that a service can be asked past the gateway. In BODY, {@code %d} becomes a number that no other request has, {@code %date} one of the last 600 days, and
 * {@code %state} one of five states.
 */
class Load {
    private static final String[] STATES = {"Delhi", "Maharashtra", "Karnataka", "Tamil Nadu", "Gujarat"};
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static void main(String[] args) throws Exception {
        var url = URI.create(args[0]);
        var token = token(args[1]);
        var body = args[2];
        var clients = Integer.parseInt(args[3]);
        var seconds = Integer.parseInt(args[4]);
        var pids = Arrays.copyOfRange(args, 5, args.length);

        run(url, token, body, clients, Math.max(3, seconds / 3)); // the JIT compiler's time is not the question's
        var cpuBefore = cpuMillis(pids);
        var result = run(url, token, body, clients, seconds);
        var cpu = cpuMillis(pids) - cpuBefore;

        Arrays.sort(result.nanos);
        System.out.printf(
                Locale.ROOT,
                "clients=%d requests=%d errors=%d p50_ms=%.2f p99_ms=%.2f per_second=%.0f cpu_ms_per_request=%s%n",
                clients,
                result.nanos.length,
                result.errors,
                result.nanos[result.nanos.length / 2] / 1e6,
                result.nanos[(int) (result.nanos.length * 0.99)] / 1e6,
                result.nanos.length / (double) seconds,
                pids.length == 0 ? "-" : String.format(Locale.ROOT, "%.2f", cpu / (double) result.nanos.length));
    }

    private static String token(String file) throws Exception {
        if ("-".equals(file)) {
            return "";
        }
        var text = Files.readString(Path.of(file)).strip();
        return file.endsWith(".key") ? internalToken(Path.of(file), text) : text;
    }

    private static String internalToken(Path file, String key) throws Exception {
        var audience = file.getFileName().toString().replace(".key", "");
        var now = System.currentTimeMillis() / 1000;
        var claims = "{\"iss\":\"bench\",\"aud\":\"%s\",\"sub\":\"bench\",\"roles\":[\"admin\"],\"regions\":[\"*\"],"
                + "\"iat\":%d,\"exp\":%d,\"jti\":\"%d\"}";
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var signed = encoder.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(
                        claims.formatted(audience, now, now + 60, now).getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return signed + "." + encoder.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private record Result(long[] nanos, long errors) {}

    private static Result run(URI url, String token, String body, int clients, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var errors = new AtomicLong();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var futures = new java.util.ArrayList<java.util.concurrent.Future<long[]>>();
            for (var i = 0; i < clients; i++) {
                futures.add(threads.submit(() -> client(url, token, body, end, errors)));
            }
            var all = java.util.stream.LongStream.empty();
            for (var future : futures) {
                all = java.util.stream.LongStream.concat(all, Arrays.stream(future.get()));
            }
            return new Result(all.toArray(), errors.get());
        }
    }

    private static long[] client(URI url, String token, String body, long end, AtomicLong errors) throws IOException {
        var times = new long[1 << 20];
        var count = 0;
        try (var connection = new Connection(url, token)) {
            while (System.nanoTime() < end && count < times.length) {
                var number = NUMBER.getAndIncrement();
                var text = body.replace("%date", LocalDate.of(2025, 11, 1).minusDays(number % 600).toString())
                        .replace("%state", STATES[number % STATES.length])
                        .replace("%d", String.valueOf(number));
                var began = System.nanoTime();
                if (connection.post(text) != 200) {
                    errors.incrementAndGet();
                }
                times[count++] = System.nanoTime() - began;
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** HTTP/1.1 by hand, so that the client takes little of the two cores that it shares with the server. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final URI url;
        private final String token;
        private final byte[] buffer = new byte[1 << 16];
        private int from;
        private int to;

        Connection(URI url, String token) throws IOException {
            this.url = url;
            this.token = token;
            this.socket = new Socket(url.getHost(), url.getPort());
            socket.setTcpNoDelay(true);
        }

        int post(String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                    .formatted(
                            bytes.length == 0 ? "GET" : "POST",
                            url.getPath(),
                            url.getAuthority(),
                            token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n",
                            bytes.length);
            var request = new java.io.ByteArrayOutputStream();
            request.write(head.getBytes(StandardCharsets.UTF_8));
            request.write(bytes);
            socket.getOutputStream().write(request.toByteArray());
            return response();
        }

        private int response() throws IOException {
            var status = Integer.parseInt(line().split(" ")[1]);
            var length = -1;
            for (var line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            if (length >= 0) {
                skip(length);
            } else {
                for (var size = chunk(); size > 0; size = chunk()) {
                    skip(size + 2);
                }
                line();
            }
            return status;
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line().strip(), 16);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var c = read(); c != '\n'; c = read()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private void skip(int count) throws IOException {
            for (var i = 0; i < count; i++) {
                read();
            }
        }

        private int read() throws IOException {
            if (from == to) {
                from = 0;
                to = socket.getInputStream().read(buffer);
                if (to < 0) {
                    throw new IOException("the server closed the connection");
                }
            }
            return buffer[from++];
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static long cpuMillis(String[] pids) throws IOException {
        var ticks = 0L;
        for (var pid : pids) {
            var stat = Files.readString(Path.of("/proc", pid, "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }
        return ticks * 10; // 100 ticks a second on Linux
    }
}
