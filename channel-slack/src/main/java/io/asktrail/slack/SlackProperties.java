package io.asktrail.slack;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is connected.
 *
 * @param signingSecret where the secret is with which Slack signs: {@code env:NAME} or {@code file:/path}
 * @param botToken where the token is with which this app speaks, in the same way
 * @param people the file of who is who
 * @param apiUrl of Slack's methods
 * @param atOnce how many questions are worked on at a time
 * @param lease after how long without a sign of life another gateway takes work over
 * @param drain how long work may go on when this process ends
 */
@ConfigurationProperties("asktrail.slack")
record SlackProperties(
        @Nullable String signingSecret,
        @Nullable String botToken,
        @Nullable Path people,
        @DefaultValue("https://slack.com/api/") String apiUrl,
        @DefaultValue("32") int atOnce,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("15s") Duration drain) {
    SlackProperties {
        if (atOnce < 1) {
            throw new IllegalArgumentException("asktrail.slack.at-once is at least 1");
        }
        if (lease.compareTo(Duration.ofSeconds(3)) < 0 || lease.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("asktrail.slack.lease is from 3s to 10m");
        }
    }

    Credential signing() {
        return new Credential("asktrail.slack.signing-secret", given(signingSecret, "signing-secret"));
    }

    Credential bot() {
        return new Credential("asktrail.slack.bot-token", given(botToken, "bot-token"));
    }

    Path peopleFile() {
        if (people == null) {
            throw missing("people");
        }
        return people;
    }

    private static String given(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw missing(name);
        }
        return value;
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                "Slack is half set up: asktrail.slack.%s is missing, as docs/how-to/slack.md says.".formatted(name));
    }
}
