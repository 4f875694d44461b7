package io.asktrail.slack.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of people as it is written; a list that is left out is empty, and gives nothing. */
record PeopleFile(List<Workspace> workspaces) {
    PeopleFile {
        workspaces = given(workspaces);
    }

    /**
     * @param team id of the workspace, {@code T…}
     * @param contact whom somebody who is not in the file is told to ask
     */
    record Workspace(@Nullable String team, @Nullable String contact, List<Entry> people, List<Channel> channels) {
        Workspace {
            people = given(people);
            channels = given(channels);
        }
    }

    /**
     * @param user id of the person, {@code U…} or {@code W…}; or else
     * @param mail their confirmed address in Slack
     */
    record Entry(
            @Nullable String user,
            @Nullable String mail,
            @Nullable String sub,
            List<Role> roles,
            List<String> regions,
            List<String> teams,
            List<String> scope) {
        Entry {
            roles = given(roles);
            regions = given(regions);
            teams = given(teams);
            scope = given(scope);
        }

        Caller caller() {
            return new Caller(Objects.requireNonNull(sub), roles, regions, teams, scope);
        }
    }

    /**
     * @param channel id of the channel, {@code C…} or {@code G…}
     * @param openTo what everybody in it may see: an answer made with more rights is not shown there
     */
    record Channel(
            @Nullable String channel,
            @JsonProperty("open_to") @Nullable Rights openTo) {}

    record Rights(List<Role> roles, List<String> regions, List<String> teams) {
        Rights {
            roles = given(roles);
            regions = given(regions);
            teams = given(teams);
        }

        /** Whether an answer made with these rights shows nothing that somebody with ours may not see. */
        boolean cover(Caller caller) {
            return roles.containsAll(caller.roles())
                    && (regions.contains("*") || regions.containsAll(caller.regions()))
                    && teams.containsAll(caller.teams());
        }
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
