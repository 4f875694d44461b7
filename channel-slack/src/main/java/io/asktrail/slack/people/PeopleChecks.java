package io.asktrail.slack.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every fault of a file of people at once, each with the place it is at. */
final class PeopleChecks {
    private static final Pattern TEAM = Pattern.compile("[TE][A-Z0-9]{2,30}");
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,30}");
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{2,30}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    /** Such a name is a channel's own, with which it keeps its claims. */
    private static final String OF_CHANNELS = "channel:";

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, PeopleFile.Entry> rightsOfSub = new HashMap<>();

    private PeopleChecks() {}

    static List<String> faults(PeopleFile file) {
        var checks = new PeopleChecks();
        if (file.workspaces().isEmpty()) {
            checks.faults.add("workspaces: is empty, so nobody could ask anything");
        }
        for (var i = 0; i < file.workspaces().size(); i++) {
            checks.workspace("workspaces[%d]".formatted(i), file.workspaces().get(i));
        }
        return List.copyOf(checks.faults);
    }

    private void workspace(String at, PeopleFile.Workspace workspace) {
        matches(at + ".team", workspace.team(), TEAM, "the id of a workspace, T…");
        once(at + ".team", "team " + workspace.team());
        if (isBlank(workspace.contact())) {
            faults.add(at + ".contact: say whom somebody may ask who is not in this file");
        }
        for (var i = 0; i < workspace.people().size(); i++) {
            person(
                    "%s.people[%d]".formatted(at, i),
                    workspace,
                    workspace.people().get(i));
        }
        for (var i = 0; i < workspace.channels().size(); i++) {
            channel(
                    "%s.channels[%d]".formatted(at, i),
                    workspace,
                    workspace.channels().get(i));
        }
    }

    private void person(String at, PeopleFile.Workspace workspace, PeopleFile.Entry entry) {
        if ((entry.user() == null) == (entry.mail() == null)) {
            faults.add(at + ": write either user, the id of the person, or mail");
        } else if (entry.user() != null) {
            matches(at + ".user", entry.user(), USER, "the id of a person, U… or W…");
            once(at + ".user", workspace.team() + " " + entry.user());
        } else {
            matches(at + ".mail", entry.mail(), MAIL, "an address");
            once(at + ".mail", workspace.team() + " " + Mail.normal(entry.mail()));
        }
        var sub = entry.sub();
        if (sub == null || sub.isBlank()) {
            faults.add(at + ".sub: say who this is to Asktrail");
        } else if (sub.startsWith(OF_CHANNELS)) {
            faults.add(at + ".sub: no person's name begins with " + OF_CHANNELS);
        } else {
            sameRights(at, entry);
        }
        if (entry.roles().isEmpty()) {
            faults.add(at + ".roles: give at least one role");
        }
    }

    // Answers, conversations and limits are kept by sub: two people under one name would read each other's.
    private void sameRights(String at, PeopleFile.Entry entry) {
        var before = rightsOfSub.putIfAbsent(String.valueOf(entry.sub()), entry);
        if (before != null && !before.caller().equals(entry.caller())) {
            faults.add("%s.sub: %s has other rights further up".formatted(at, entry.sub()));
        }
    }

    private void channel(String at, PeopleFile.Workspace workspace, PeopleFile.Channel channel) {
        matches(at + ".channel", channel.channel(), CHANNEL, "the id of a channel, C… or G…");
        once(at + ".channel", workspace.team() + " " + channel.channel());
        if (channel.openTo() == null || channel.openTo().roles().isEmpty()) {
            faults.add(at + ".open_to: say which roles, regions and teams everybody in this channel has");
        }
    }

    private void matches(String at, @Nullable String text, Pattern pattern, String what) {
        if (text == null || !pattern.matcher(text).matches()) {
            faults.add("%s: write %s".formatted(at, what));
        }
    }

    private void once(String at, String name) {
        if (!seen.add(name)) {
            faults.add(at + ": is in the file already");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
