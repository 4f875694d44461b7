package io.asktrail.orchestrator.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RightsPrintsTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));

    private final RightsPrints rights = new RightsPrints(() -> REGISTRY);

    private static Caller caller(String sub, List<Role> roles, List<String> regions) {
        return new Caller(sub, roles, regions, List.of(), List.of());
    }

    @Test
    void rememberForEachCallerWhatTheRegistryWouldSayOfThem() {
        // Given callers of one name and different claims, and of different names
        var callers = Stream.of(List.<Role>of(), List.of(Role.VIEWER), List.of(Role.ANALYST), List.of(Role.ADMIN))
                .flatMap(roles -> Stream.of(List.<String>of(), List.of("*"), List.of("Delhi"), List.of("Goa", "Delhi"))
                        .flatMap(regions -> Stream.of("asha", "ravi").map(sub -> caller(sub, roles, regions))))
                .toList();

        // When asked twice, the second time from memory, Then
        for (var round = 0; round < 2; round++) {
            for (var caller : callers) {
                assertThat(rights.accessOf(caller, REGISTRY)).isEqualTo(REGISTRY.accessOf(caller));
            }
        }
    }

    @Test
    void areEqualForEqualAccessAlone() {
        // When
        var asha = rights.of(caller("asha", List.of(Role.ANALYST), List.of("Delhi")));
        var ravi = rights.of(caller("ravi", List.of(Role.ANALYST), List.of("Delhi")));
        var goa = rights.of(caller("asha", List.of(Role.ANALYST), List.of("Goa")));

        // Then
        assertThat(ravi).isEqualTo(asha);
        assertThat(goa).isNotEqualTo(asha);
    }
}
