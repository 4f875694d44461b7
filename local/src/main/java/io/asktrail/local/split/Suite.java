package io.asktrail.local.split;

import io.asktrail.local.data.Databases;
import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import io.asktrail.local.home.Status;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of the suite. */
public final class Suite {
    private static final Logger log = LoggerFactory.getLogger(Suite.class);
    private static final Duration START_WITHIN = Duration.ofMinutes(8);
    /** The first time, each JVM ends with writing the archive of its classes; who is in a hurry kills this process. */
    private static final Duration STOP_WITHIN = Duration.ofMinutes(10);

    private final Home home;
    private final Settings settings;
    private final Map<Service, Process> processes = new EnumMap<>(Service.class);
    private volatile boolean started;

    /** @param freePorts gives as many different free ports as asked for */
    public Suite(
            Home home, String workspace, Databases databases, int gatewayPort, IntFunction<List<Integer>> freePorts) {
        this.home = home;
        this.settings = new Settings(home, workspace, databases, ports(gatewayPort, freePorts));
    }

    private static Map<Service, Integer> ports(int gatewayPort, IntFunction<List<Integer>> freePorts) {
        var free = freePorts.apply(Service.values().length);
        var ports = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            ports.put(service, free.get(service.ordinal()));
        }
        ports.put(Service.GATEWAY, gatewayPort);
        return ports;
    }

    /** Starts all services and returns when each one answers. */
    public void start(Status status) {
        InternalKeyring.handOut(home);
        for (var service : Service.values()) {
            processes.put(service, Launch.of(service, home).start(settings));
        }
        for (var service : Service.values()) {
            status.progress("Starting the services: waiting for " + service.id());
            await(service);
        }
        started = true;
    }

    private void await(Service service) {
        var end = System.nanoTime() + START_WITHIN.toNanos();
        var process = process(service);
        while (!answers(service)) {
            if (!process.isAlive()) {
                throw new LocalFailure("%s ended while starting. Its log says why: ./asktrail logs %s"
                        .formatted(service.id(), service.id()));
            }
            if (System.nanoTime() > end) {
                throw new LocalFailure("%s did not answer within %d minutes: ./asktrail logs %s"
                        .formatted(service.id(), START_WITHIN.toMinutes(), service.id()));
            }
            pause();
        }
    }

    private Process process(Service service) {
        return Objects.requireNonNull(processes.get(service), "asked for before it was started");
    }

    private boolean answers(Service service) {
        var address = "http://127.0.0.1:%d/health".formatted(settings.ports().get(service));
        try {
            var health = (HttpURLConnection) URI.create(address).toURL().openConnection();
            health.setConnectTimeout(500);
            health.setReadTimeout(2_000);
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("The start was stopped.", stopped);
        }
    }

    /** Waits for ever; says in the log when a service has ended. */
    public void watch() {
        for (var service : Service.values()) {
            process(service)
                    .onExit()
                    .thenAccept(ended -> log.atError()
                            .addKeyValue("service", service.id())
                            .addKeyValue("exit", ended.exitValue())
                            .log("a service has ended"));
        }
        try {
            Thread.currentThread().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks all to end, callers first, and ends those that do not; all at once if the start came to nothing. */
    public void stop() {
        var all = List.copyOf(processes.values()).reversed();
        if (!started) {
            // An archive of the classes of half a start would stay for good.
            all.forEach(Process::destroyForcibly);
        }
        all.forEach(Process::destroy);
        var end = System.nanoTime() + STOP_WITHIN.toNanos();
        for (var process : all) {
            try {
                if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }

    /** Ends services whose supervisor was killed: they would hold ports and connections for ever. */
    public static void endLeftovers(Home home) {
        for (var service : Service.values()) {
            var file = Launch.pidFile(home, service);
            if (Files.exists(file)) {
                PidFile.read(file).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
