package io.asktrail.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Entities;
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.ServedTools;
import io.asktrail.querying.TableReader;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.testkit.fetch.Fetches;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store before its first sync: nothing in it is no figure. */
class EmptyStoreTest {
    private static final String DATABASE = "ads_before_the_first_sync";

    @Test
    void saysThatNothingIsLoadedInsteadOfLettingItPassForZero() {
        // Given
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        server.ensureDatabase(DATABASE, user.user());
        AdsStore.prepared(() -> DriverManager.getConnection(server.jdbcUrl(DATABASE), user.user(), user.password()));
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var connections = new Connections(
                Map.of("ads", new ConnectionSettings(server.jdbcUrl(DATABASE), user.user(), user.password())));
        var tools = new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.API));
        var reader = TableReader.open(tools, () -> registry, connections, Clock.systemUTC());

        // When
        var result = reader.fetch(
                Fetches.call("*"),
                Fetches.fetch(
                        "amazon_ads_api.get_campaign_metrics", "spend", "", "2025-10-01..2025-10-31", Entities.NONE));

        // Then
        assertThat(((StepResult.Rows) result).notes())
                .filteredOn(note -> note.code().equals("channels_not_loaded"))
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains("SP", "SB", "SD");
    }
}
