package io.asktrail.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import io.asktrail.service.channel.FrontDoor;
import io.asktrail.service.channel.PublicAddress;
import io.asktrail.service.problem.ProblemWriter;
import io.asktrail.slack.asking.Asktrail;
import io.asktrail.slack.asking.Ledger;
import io.asktrail.slack.door.SlackDoor;
import io.asktrail.slack.people.Directory;
import io.asktrail.slack.sending.SlackApi;
import io.asktrail.slack.work.Inbox;
import io.asktrail.slack.work.Office;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Slack, where it is set up; elsewhere no address of it is open and nothing of it runs. */
@AutoConfiguration(afterName = "io.asktrail.gateway.channel.ChannelAutoConfiguration")
@ConditionalOnProperty({"asktrail.slack.signing-secret", "asktrail.slack.bot-token"})
@EnableConfigurationProperties(SlackProperties.class)
class SlackAutoConfiguration {
    private static final Duration REPLY = Duration.ofSeconds(20);

    @Bean
    PublicAddress slackEvents() {
        return new PublicAddress(SlackDoor.ADDRESSES.get(0));
    }

    @Bean
    PublicAddress slackCommands() {
        return new PublicAddress(SlackDoor.ADDRESSES.get(1));
    }

    @Bean
    PublicAddress slackInteractions() {
        return new PublicAddress(SlackDoor.ADDRESSES.get(2));
    }

    @Bean(destroyMethod = "close")
    Slack slackClient(SlackProperties properties) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(properties.apiUrl());
        config.setHttpClientReadTimeoutMillis(Math.toIntExact(REPLY.toMillis()));
        config.setHttpClientCallTimeoutMillis(
                Math.toIntExact(REPLY.multipliedBy(3).toMillis()));
        config.setStatsEnabled(false);
        config.getSCIM2Config().setStatsEnabled(false);
        return Slack.getInstance(config);
    }

    @Bean
    SlackApi slackApi(Slack slack, SlackProperties properties) {
        return new SlackApi(slack, properties.bot());
    }

    @Bean
    Directory slackDirectory(SlackProperties properties, SlackApi slack) {
        return Directory.open(properties.peopleFile(), slack::confirmedMailOf);
    }

    @Bean
    Inbox slackInbox(
            SlackProperties properties,
            Directory directory,
            SlackApi slack,
            FrontDoor door,
            JsonMapper json,
            Clock clock) {
        var ledger = new Ledger(door, json, properties.lease());
        var office = new Office(directory, slack, new Asktrail(door, json), ledger, json, clock);
        return office.inbox(properties.atOnce(), properties.lease(), properties.drain());
    }

    @Bean
    ServletRegistrationBean<SlackDoor> slackDoor(
            SlackProperties properties,
            Slack slack,
            Inbox inbox,
            JsonMapper json,
            ProblemWriter problems,
            Clock clock) {
        properties.signing().get(); // a secret that is not there is said now, not to Slack
        var door = new SlackDoor(properties.signing(), slack, inbox, json, problems, clock);
        var registration = new ServletRegistrationBean<>(door, SlackDoor.ADDRESSES.toArray(String[]::new));
        registration.setName("slack");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
