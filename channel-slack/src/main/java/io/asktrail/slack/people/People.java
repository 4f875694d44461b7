package io.asktrail.slack.people;

import io.asktrail.contracts.caller.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What one version of the file says, for looking up. */
final class People {
    private final Map<String, Rooms> workspaces = new HashMap<>();

    private record Rooms(
            String contact,
            Map<String, Caller> byUser,
            Map<String, Caller> byMail,
            Map<String, PeopleFile.Rights> channels) {}

    /** @param file without a fault */
    People(PeopleFile file) {
        for (var workspace : file.workspaces()) {
            var rooms = new Rooms(
                    Objects.requireNonNull(workspace.contact()), new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (var entry : workspace.people()) {
                if (entry.user() == null) {
                    rooms.byMail().put(Mail.normal(entry.mail()), entry.caller());
                } else {
                    rooms.byUser().put(entry.user(), entry.caller());
                }
            }
            for (var channel : workspace.channels()) {
                rooms.channels()
                        .put(Objects.requireNonNull(channel.channel()), Objects.requireNonNull(channel.openTo()));
            }
            workspaces.put(Objects.requireNonNull(workspace.team()), rooms);
        }
    }

    /** Whom to ask in a workspace; empty if it is not served. */
    Optional<String> contact(String team) {
        return Optional.ofNullable(workspaces.get(team)).map(Rooms::contact);
    }

    Optional<Caller> byUser(String team, String user) {
        return Optional.ofNullable(workspaces.get(team))
                .map(rooms -> rooms.byUser().get(user));
    }

    Optional<Caller> byMail(String team, String mail) {
        return Optional.ofNullable(workspaces.get(team))
                .map(rooms -> rooms.byMail().get(Mail.normal(mail)));
    }

    /** Whether anybody is known by mail alone: if not, nobody's mail needs to be asked for. */
    boolean knowsMails(String team) {
        var rooms = workspaces.get(team);
        return rooms != null && !rooms.byMail().isEmpty();
    }

    boolean mayShow(String team, String channel, Caller caller) {
        var rooms = workspaces.get(team);
        var rights = rooms == null ? null : rooms.channels().get(channel);
        return rights != null && rights.cover(caller);
    }
}
