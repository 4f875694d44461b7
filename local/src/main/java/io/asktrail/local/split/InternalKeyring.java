package io.asktrail.local.split;

import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import io.asktrail.service.token.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One key for each service that is called, handed out in a folder for each process: its own key and those of the
 * services it calls. So an agent cannot speak to another one in the orchestrator's name.
 */
final class InternalKeyring {
    private static final Map<Service, List<Service>> CALLS = calls();

    private InternalKeyring() {}

    static void handOut(Home home) {
        for (var service : Service.values()) {
            var folder = home.internalKeys().resolve(service.id());
            give(home, service, folder);
            CALLS.getOrDefault(service, List.of()).forEach(called -> give(home, called, folder));
        }
    }

    private static void give(Home home, Service audience, Path folder) {
        var name = audience.id() + ".key";
        var original = home.internalKeys().resolve(name);
        KeyFile.createIfAbsent(original);
        try {
            Files.createDirectories(folder);
            Files.copy(
                    original,
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new LocalFailure("The internal keys cannot be written to %s.".formatted(folder), e);
        }
    }

    private static Map<Service, List<Service>> calls() {
        var calls = new EnumMap<Service, List<Service>>(Service.class);
        calls.put(Service.GATEWAY, List.of(Service.ORCHESTRATOR));
        calls.put(
                Service.ORCHESTRATOR,
                List.of(
                        Service.ROUTER,
                        Service.PLANNER,
                        Service.ADS,
                        Service.SALES,
                        Service.COMPUTE,
                        Service.COMPOSER,
                        Service.INSIGHTS,
                        Service.FILES));
        calls.put(Service.FILES, List.of(Service.ADS, Service.SALES));
        calls.put(Service.ROUTER, List.of(Service.ADS, Service.SALES));
        return calls;
    }
}
