package io.asktrail.mcp;

import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.transport.McpAddress;
import io.asktrail.mcp.transport.Sessions;
import io.asktrail.service.channel.FrontDoor;
import io.asktrail.service.channel.LoggedIn;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The channel, where there is a gateway to be a channel of. */
@AutoConfiguration(
        afterName = {
            "io.asktrail.gateway.channel.ChannelAutoConfiguration",
            "io.asktrail.gateway.login.LoginAutoConfiguration"
        })
@ConditionalOnBean({FrontDoor.class, LoggedIn.class})
@ConditionalOnProperty(name = "asktrail.mcp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(McpSettings.class)
class McpAutoConfiguration {
    @Bean
    AsktrailServer asktrailMcpServer(FrontDoor door, JsonMapper json, McpSettings settings) {
        var sessions = new Sessions(settings.sessionsPerCaller(), settings.sessionIdle());
        return new AsktrailServer(sessions, new Asktrail(door, json), json, settings);
    }

    @Bean
    McpAddress mcpAddress(AsktrailServer server, LoggedIn callers, JsonMapper json, McpSettings settings) {
        return new McpAddress(
                server::sessions,
                callers,
                new JacksonMcpJsonMapper(lenient(json)),
                settings.allowedOrigins(),
                Sessions.VERSIONS);
    }

    /** Clients are ahead of us, or behind: what they say beside what we know is passed over. */
    static JsonMapper lenient(JsonMapper json) {
        return json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
