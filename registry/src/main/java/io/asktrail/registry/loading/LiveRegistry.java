package io.asktrail.registry.loading;

import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.file.Finding;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry that follows its files: looked at every second, replaced whole when they have changed and are right. A bad
 * edit is refused with all its faults in the log, and the registry before it stays.
 */
public final class LiveRegistry implements CurrentRegistry, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRegistry.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final RegistryLocation location;
    private final ScheduledExecutorService watch;
    private volatile Registry current;
    private volatile String stamp;

    private LiveRegistry(RegistryLocation location, Duration look) {
        this.location = location;
        // The stamp is older than what is read: an edit between the two is seen at the next look.
        this.stamp = location.stamp();
        this.current = RegistryLoader.load(location);
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("registry-watch").factory());
        watch.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws RegistryRejected if the files are faulty: there is nothing older to keep */
    public static LiveRegistry open(RegistryLocation location) {
        return open(location, LOOK);
    }

    static LiveRegistry open(RegistryLocation location, Duration look) {
        var live = new LiveRegistry(location, look);
        LOG.atInfo()
                .addKeyValue("registry_version", live.current.version())
                .addKeyValue("location", location)
                .log("registry loaded");
        return live;
    }

    @Override
    public Registry get() {
        return current;
    }

    /**
     * Reads the files now.
     *
     * @return the registry from now on
     * @throws RegistryRejected with every fault; the registry before it stays
     */
    public synchronized Registry reload() {
        stamp = location.stamp();
        var loaded = RegistryLoader.load(location);
        if (!loaded.version().equals(current.version())) {
            LOG.atInfo()
                    .addKeyValue("registry_version", loaded.version())
                    .addKeyValue("before", current.version())
                    .log("registry replaced");
            current = loaded;
        }
        return current;
    }

    private void look() {
        try {
            if (!location.stamp().equals(stamp)) {
                reload();
            }
        } catch (RegistryRejected rejected) {
            rejected.findings().forEach(this::refuse);
        } catch (UncheckedIOException unreadable) {
            // A file that was there when the folder was listed: an editor is at work, the next look will see.
            LOG.atWarn().setCause(unreadable).log("registry not readable just now");
        } catch (RuntimeException unforeseen) {
            // Thrown on, it would end the watch for good without a word; the registry before it is still right.
            LOG.atError().setCause(unforeseen).log("registry not reloaded");
        }
    }

    private void refuse(Finding finding) {
        LOG.atError()
                .addKeyValue("registry_version", current.version())
                .addKeyValue("finding", finding)
                .log("registry edit refused, the one before it stays");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
