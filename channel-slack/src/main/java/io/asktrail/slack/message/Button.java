package io.asktrail.slack.message;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the buttons under an answer do. Slack wants the ids of one message to differ, so a choice has its number behind. */
public enum Button {
    CSV("asktrail_csv"),
    UP("asktrail_up"),
    DOWN("asktrail_down"),
    CHOICE("asktrail_choice");

    /** All ids of ours. */
    public static final Pattern ANY = Pattern.compile("asktrail_(csv|up|down|choice(_\\d+)?)");

    private final String id;

    Button(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Whose id this is; empty if it is none of ours. */
    public static Optional<Button> of(String actionId) {
        return Arrays.stream(values())
                .filter(button -> actionId.equals(button.id) || actionId.matches(button.id + "_\\d+"))
                .findFirst();
    }
}
