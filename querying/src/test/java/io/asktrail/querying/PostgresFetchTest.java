package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.StepResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PostgresFetchTest extends FetchContract {
    PostgresFetchTest() {
        super(SampleTables.connections());
    }

    @Test
    void showsAStatementThatPeopleCanRunThemselves() {
        // Given
        var owner = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        var request = new SampleFetch("ads_store.get_campaign_metrics", "spend")
                .keep("campaign", "Delhi's Diwali")
                .request();

        // When
        var rows = (StepResult.Rows) new SampleReader(100).fetch(owner, request);

        // Then
        assertThat(SampleTables.byHand(Objects.requireNonNull(rows.query()))
                        .getFirst()
                        .getFirst())
                .isEqualTo(SampleTables.text(rows.table().rows().getFirst().getFirst()));
    }
}
