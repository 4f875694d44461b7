package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeTest {
    @Test
    void tellsTheCallerWhatTheTokenSays() {
        var priya = new Caller("priya", List.of(Role.ANALYST), List.of("*"), List.of("growth"), List.of());

        assertThat(Service.get(priya, "/me").body())
                .isEqualTo(
                        "{\"sub\":\"priya\",\"roles\":[\"analyst\"],\"regions\":[\"*\"],\"teams\":[\"growth\"],\"may_operate\":false}");
    }

    @ParameterizedTest
    @CsvSource({"VIEWER,false", "ANALYST,false", "MANAGER,true", "ADMIN,true"})
    void opensOperationToManagersAndAdministrators(Role role, boolean mayOperate) {
        var caller = Service.caller(role, "*");

        assertThat(Service.json(Service.get(caller, "/me")).get("may_operate").asBoolean())
                .isEqualTo(mayOperate);
        assertThat(Service.get(caller, "/admin/operations").statusCode()).isEqualTo(mayOperate ? 200 : 403);
        assertThat(Service.get(caller, "/admin/audit").statusCode()).isEqualTo(role == Role.ADMIN ? 200 : 403);
    }
}
