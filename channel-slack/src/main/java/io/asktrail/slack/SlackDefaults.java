package io.asktrail.slack;

import io.asktrail.service.ModuleDefaults;

/** What has to be known of Slack's library before its first line in the log. */
final class SlackDefaults extends ModuleDefaults {
    SlackDefaults() {
        super("asktrail-slack.properties");
    }
}
