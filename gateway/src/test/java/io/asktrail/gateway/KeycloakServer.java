package io.asktrail.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak with the realm of {@code keycloak-realm.json}, from the unpacked distribution that a build names. */
final class KeycloakServer implements AutoCloseable {
    /** The system property that names the folder. */
    static final String FOLDER = "keycloak.folder";

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private KeycloakServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static KeycloakServer start() {
        var folder = Path.of(System.getProperty(FOLDER));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var realm = KeycloakServer.class.getResourceAsStream("/keycloak-realm.json")) {
            var port = free.getLocalPort();
            free.close();
            // It keeps a realm that it has, however the file reads now.
            FileSystemUtils.deleteRecursively(folder.resolve("data"));
            Files.createDirectories(folder.resolve("data/import"));
            Files.write(folder.resolve("data/import/shop-realm.json"), realm.readAllBytes());
            var command = new ProcessBuilder(List.of(
                            "bash",
                            folder.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--cache=local",
                            "--import-realm"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("test.log").toFile());
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            command.environment().put("JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m");
            var server = new KeycloakServer(command.start(), port);
            Awaitility.await().atMost(STARTS_WITHIN).until(server::answers);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String issuer() {
        return "http://127.0.0.1:%d/realms/shop".formatted(port);
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended; its log is in the folder");
        }
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** An access token, by whatever grant these parameters ask for. */
    String token(Map<String, String> parameters) throws IOException, InterruptedException {
        var form = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var reply = http.send(
                HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(reply.body()).get("access_token").asString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
