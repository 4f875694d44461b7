package io.asktrail.demo.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.asktrail.demo.sandbox.fault.SandboxFaults;
import io.asktrail.demo.sandbox.http.RequestCounts;
import io.asktrail.demo.sandbox.report.Reports;
import io.asktrail.demo.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running sandbox, on the loopback address alone unless it is given another one: Amazon's login, profiles, campaign lists and reports, told from the
 * demo's generator. Closing it drops the reports that are under way.
 */
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;
    private final URI url;
    private final ExecutorService threads;
    private final Reports reports;
    private final SandboxFaults faults;
    private final RequestCounts requests;

    private Sandbox(
            HttpServer server,
            URI url,
            ExecutorService threads,
            Reports reports,
            SandboxFaults faults,
            RequestCounts requests) {
        this.server = server;
        this.url = url;
        this.threads = threads;
        this.reports = reports;
        this.faults = faults;
        this.requests = requests;
    }

    /**
     * With its reports in a temporary folder.
     *
     * @throws UncheckedIOException where the port is taken
     */
    public static Sandbox start(SandboxSettings settings) {
        try {
            return start(settings, Files.createTempDirectory("asktrail-sandbox-"));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox has nowhere to put its reports", e);
        }
    }

    /**
     * @param folder where the files of reports are kept while it runs; of no other use, and gone with it
     * @throws UncheckedIOException where the port is taken
     */
    public static Sandbox start(SandboxSettings settings, Path folder) {
        // Header and body are two packets; with Nagle's algorithm each answer would wait 40 ms for the other side.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = bound(settings);
        var url = settings.publicUrl() == null ? loopback(server) : settings.publicUrl();
        var faults = new SandboxFaults();
        var requests = new RequestCounts();
        var world = new World(settings.seed(), settings.scale());
        var timing = new Reports.Timing(settings.reportLatency(), settings.linkLife());
        var reports = new Reports(world, settings::today, faults, timing, folder, url.toString());
        server.createContext("/", new Door(amazon(settings, world, reports, faults), faults, requests));
        server.createContext("/sandbox/", new ControlApi(faults, requests));
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        return new Sandbox(server, url, threads, reports, faults, requests);
    }

    /** Where the login, the API and the files are; without a slash at the end. */
    public URI baseUrl() {
        return url;
    }

    public SandboxCredentials credentials() {
        return SandboxCredentials.DEFAULT;
    }

    public SandboxFaults faults() {
        return faults;
    }

    public RequestCounts requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        reports.close();
    }

    private static Amazon amazon(SandboxSettings settings, World world, Reports reports, SandboxFaults faults) {
        var credentials = SandboxCredentials.DEFAULT;
        return new Amazon(
                new Tokens(credentials, settings.tokenLife(), faults),
                new Profiles(credentials.profileId()),
                new CampaignLists(world, settings::today, settings.longestPage()),
                reports,
                new Budget(settings.requestsPerMinute()));
    }

    private static HttpServer bound(SandboxSettings settings) {
        int port = settings.port();
        try {
            return HttpServer.create(
                    settings.publicUrl() == null
                            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                            : new InetSocketAddress(port),
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on port %d: choose another one, or 0 for any that is free"
                            .formatted(port),
                    e);
        }
    }

    private static URI loopback(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
