package io.asktrail.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
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
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
        var result = reader.fetch(call(), spend());

        // Then
        assertThat(((StepResult.Rows) result).notes())
                .filteredOn(note -> note.code().equals("channels_not_loaded"))
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains("SP", "SB", "SD");
    }

    private static CallContext call() {
        var caller = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        return new CallContext(caller, Deadline.in(Duration.ofSeconds(10), Clock.systemUTC()), "key");
    }

    private static FetchRequest spend() {
        return new FetchRequest(
                new StepId("ads1"),
                ToolRef.parse("amazon_ads_api.get_campaign_metrics"),
                new StepInputs.Fetch(
                        List.of(new MetricId("spend")),
                        List.of(),
                        null,
                        new StepInputs.DateRange(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)),
                        ZoneId.of("Asia/Kolkata"),
                        Entities.NONE,
                        List.of(),
                        List.of(),
                        null));
    }
}
