import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What open event streams cost the gateway's memory: a gateway of its own in a process of its own, before something that
 * sends one event to each reader and then holds the stream. Every reader has read that event before memory is looked at.
 *
 * <pre>java bench/Streams.java GATEWAY_CLASS_PATH STREAMS</pre>
 */
class Streams {
    private static final CountDownLatch HELD = new CountDownLatch(1);
    private static final int WARM_UP = 50;

    public static void main(String[] args) throws Exception {
        var streams = Integer.parseInt(args[1]);
        var keys = Files.createTempDirectory("streams");
        var login = key(keys.resolve("login.key"));
        key(keys.resolve("orchestrator.key"));
        var inside = inside();
        var port = freePort();
        var gateway = gateway(args[0], keys, port, inside.getAddress().getPort());
        try {
            awaitHealth(port);
            var token = token(login);
            for (var socket : open(port, token, WARM_UP)) {
                socket.close();
            }
            Thread.sleep(2_000); // until those are let go of
            var before = residentKb(gateway.pid());
            var open = open(port, token, streams);
            var after = residentKb(gateway.pid());
            System.out.printf(
                    Locale.ROOT,
                    "streams=%d rss_before_mb=%.0f rss_after_mb=%.0f more_mb=%.0f%n",
                    open.size(),
                    before / 1024.0,
                    after / 1024.0,
                    (after - before) / 1024.0);
            for (var socket : open) {
                socket.close();
            }
        } finally {
            HELD.countDown();
            gateway.destroy();
            gateway.waitFor();
            inside.stop(0);
        }
    }

    private static HttpServer inside() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("event:understood\ndata:{}\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                HELD.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static Process gateway(String classPath, Path keys, int port, int inside) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx256m",
                        "-cp",
                        classPath,
                        "io.asktrail.gateway.GatewayService",
                        "--server.port=" + port,
                        "--asktrail.internal.key-dir=" + keys,
                        "--asktrail.gateway.key-file=" + keys.resolve("login.key"),
                        "--asktrail.gateway.orchestrator-url=http://127.0.0.1:" + inside,
                        "--asktrail.gateway.limits.burst=1000000")
                .redirectErrorStream(true)
                .redirectOutput(keys.resolve("gateway.log").toFile())
                .start();
    }

    private static List<Socket> open(int port, String token, int streams) throws Exception {
        var all = new ArrayList<Socket>();
        var body = "{\"question\":\"x\"}";
        for (int i = 0; i < streams; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /v1/ask HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + token
                                    + "\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
            for (var line = lines.readLine(); !"event:understood".equals(line); line = lines.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("stream %d was refused".formatted(i));
                }
            }
            all.add(socket);
        }
        return all;
    }

    private static byte[] key(Path file) throws Exception {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
        return key;
    }

    private static String token(byte[] key) throws Exception {
        var now = System.currentTimeMillis() / 1000;
        var claims = "{\"iss\":\"asktrail-local\",\"aud\":\"asktrail\",\"sub\":\"bench\",\"roles\":[\"viewer\"],\"iat\":%d,\"exp\":%d}"
                .formatted(now, now + 3_600);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var signed = encoder.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return signed + "." + encoder.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static void awaitHealth(int port) throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                var health = (HttpURLConnection)
                        URI.create("http://127.0.0.1:%d/health".formatted(port)).toURL().openConnection();
                if (health.getResponseCode() == 200) {
                    return;
                }
            } catch (java.io.IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the gateway does not start");
    }

    private static long residentKb(long pid) throws Exception {
        for (var line : Files.readAllLines(Path.of("/proc/%d/status".formatted(pid)))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IllegalStateException("no such process");
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
