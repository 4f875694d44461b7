package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The compose files, alone and with each of those that add to them: what they refer to is there. A container engine does
 * not take part, so what it thinks of them is not shown here.
 */
class ComposeFilesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static Stream<List<String>> combinations() {
        return Stream.of(
                List.of("docker-compose.yml"),
                List.of("docker-compose.yml", "deploy/amazon.yml"),
                List.of("docker-compose.yml", "deploy/sandbox.yml"),
                List.of("docker-compose.yml", "deploy/slack.yml"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void refersToNothingThatIsNotThere(List<String> files) throws IOException {
        // Given
        var services = new TreeSet<String>();
        var secrets = new TreeSet<String>();
        var networks = new TreeSet<String>();
        for (var file : files) {
            var compose = read(file);
            services.addAll(compose.path("services").propertyNames());
            secrets.addAll(compose.path("secrets").propertyNames());
            networks.addAll(compose.path("networks").propertyNames());
        }

        // When, Then
        var commands = Files.readString(ROOT.resolve("deploy/image/asktrail-service"));
        for (var file : files) {
            for (var service : read(file).path("services").properties()) {
                var name = file + ": " + service.getKey();
                var told = service.getValue();
                for (var secret : told.path("secrets")) {
                    assertThat(secrets)
                            .as(name)
                            .contains(
                                    secret.isString()
                                            ? secret.asString()
                                            : secret.path("source").asString());
                }
                for (var network : told.path("networks")) {
                    assertThat(networks).as(name).contains(network.asString());
                }
                assertThat(services)
                        .as(name)
                        .containsAll(told.path("depends_on").propertyNames());
                for (var command : told.path("command")) {
                    assertThat(commands).as(name).contains("\n        " + command.asString() + ") ");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void givesEachServiceWhatItNeedsToSync(List<String> files) throws IOException {
        // Given: the environment of agent-ads, later files on top
        var environment = new TreeMap<String, String>();
        var secrets = new TreeSet<String>();
        for (var file : files) {
            var service = read(file).path("services").path("agent-ads");
            service.path("environment")
                    .properties()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().asString()));
            service.path("secrets")
                    .forEach(secret -> secrets.add(secret.path("target").asString()));
        }

        // When
        var syncs = environment.containsKey("ASKTRAIL_ADS_SYNC_STORE_URL");

        // Then: whoever syncs has the role that writes, and a whole login
        assertThat(syncs).isEqualTo(files.contains("deploy/amazon.yml") || files.contains("deploy/sandbox.yml"));
        assertThat(secrets.contains("asktrail.ads.sync.store.password")).isEqualTo(syncs);
        var login = List.of("client-id", "client-secret", "refresh-token");
        assertThat(login.stream()
                        .filter(part -> secrets.contains("asktrail.ads.amazon." + part)
                                || environment.containsKey(variable(part)))
                        .count())
                .isEqualTo(syncs ? login.size() : 0);
    }

    private static String variable(String part) {
        return "ASKTRAIL_ADS_AMAZON_" + part.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static JsonNode read(String file) throws IOException {
        return YAMLMapper.shared().readTree(Files.readString(ROOT.resolve(file)));
    }
}
