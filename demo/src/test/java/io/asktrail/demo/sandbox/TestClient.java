package io.asktrail.demo.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a sandbox as a program of somebody else's would: over HTTP, with everything it must say. */
public final class TestClient {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    static final String CREATE = "application/vnd.createasyncreportrequest.v3+json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final SandboxCredentials credentials;
    private String token = "";

    TestClient(Sandbox sandbox) {
        this(sandbox.baseUrl(), sandbox.credentials());
    }

    private TestClient(URI base, SandboxCredentials credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    public static TestClient loggedIn(Sandbox sandbox) throws Exception {
        return loggedIn(sandbox.baseUrl(), sandbox.credentials());
    }

    static TestClient loggedIn(URI base, SandboxCredentials credentials) throws Exception {
        var client = new TestClient(base, credentials);
        client.token = json(client.refresh()).get("access_token").stringValue();
        return client;
    }

    HttpResponse<String> refresh() throws Exception {
        return token("refresh_token", credentials.refreshToken(), credentials.clientId(), credentials.clientSecret());
    }

    HttpResponse<String> token(String grant, String refreshToken, String id, String secret) throws Exception {
        var form = "grant_type=%s&refresh_token=%s&client_id=%s&client_secret=%s"
                .formatted(encoded(grant), encoded(refreshToken), encoded(id), encoded(secret));
        return send(HttpRequest.newBuilder(base.resolve("/auth/o2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** A request with all headers, to be sent or spoilt. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Amazon-Advertising-API-ClientId", credentials.clientId())
                .header("Amazon-Advertising-API-Scope", Long.toString(credentials.profileId()));
    }

    HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(to(path).GET());
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(to(path).DELETE());
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(to(path).header("Content-Type", type)
                .header("Accept", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> create(String order) throws Exception {
        return send(to("/reporting/reports")
                .header("Content-Type", CREATE)
                .POST(HttpRequest.BodyPublishers.ofString(order)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The status of a report once it is not on its way any more. */
    JsonNode finished(String order) throws Exception {
        var created = create(order);
        if (created.statusCode() != 200) {
            throw new AssertionError(created.statusCode() + " " + created.body());
        }
        return awaited(json(created).get("reportId").stringValue());
    }

    JsonNode awaited(String reportId) throws Exception {
        while (true) {
            var status = json(get("/reporting/reports/" + reportId));
            var word = status.get("status").stringValue();
            if (word.equals("COMPLETED") || word.equals("FAILED")) {
                return status;
            }
            Thread.sleep(10);
        }
    }

    HttpResponse<InputStream> download(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofInputStream());
    }

    byte[] unpacked(String url) throws Exception {
        try (var in = new GZIPInputStream(download(url).body())) {
            return in.readAllBytes();
        }
    }

    /** A report from the order to its rows. */
    public List<JsonNode> rows(String order) throws Exception {
        var status = finished(order);
        var rows = new ArrayList<JsonNode>();
        JSON.readTree(unpacked(status.get("url").stringValue())).forEach(rows::add);
        return rows;
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
