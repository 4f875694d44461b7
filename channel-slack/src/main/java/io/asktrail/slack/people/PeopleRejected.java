package io.asktrail.slack.people;

import java.nio.file.Path;
import java.util.List;

/** A file of people that is not taken, with everything that is wrong with it. */
public final class PeopleRejected extends RuntimeException {
    PeopleRejected(Path file, List<String> faults) {
        super("The file of Slack's people %s is not taken:\n- %s".formatted(file, String.join("\n- ", faults)));
    }
}
