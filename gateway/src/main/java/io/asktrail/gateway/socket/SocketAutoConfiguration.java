package io.asktrail.gateway.socket;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.gateway.login.CallerLogin;
import io.asktrail.service.channel.FrontDoor;
import io.asktrail.service.problem.ProblemWriter;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/** The WebSocket of the gateway. */
@AutoConfiguration
@EnableConfigurationProperties(SocketProperties.class)
class SocketAutoConfiguration {
    // Before the routes, which would lead it inside.
    private static final int BEFORE_THE_ROUTES = -10;

    @Bean
    Timers socketTimers() {
        return new Timers();
    }

    @Bean
    SimpleUrlHandlerMapping askSocket(
            CallerLogin logins,
            FrontDoor door,
            Timers timers,
            GatewayProperties gateway,
            SocketProperties bounds,
            ProblemWriter problems,
            JsonMapper json,
            Clock clock) {
        var socket = new AskSocket(logins, new Questions(door, json), timers, bounds, gateway.maxBody(), json, clock);
        var handshakes = new Handshakes(new WebSocketHttpRequestHandler(socket), gateway, problems);
        return new SimpleUrlHandlerMapping(Map.of("/v1/ws", handshakes), BEFORE_THE_ROUTES);
    }
}
