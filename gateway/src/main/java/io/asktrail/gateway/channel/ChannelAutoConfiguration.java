package io.asktrail.gateway.channel;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.channel.FrontDoor;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** What the channels of this process need of the gateway. */
@AutoConfiguration
class ChannelAutoConfiguration {
    @Bean
    ChannelTokens channelTokens() {
        return new ChannelTokens();
    }

    @Bean
    FrontDoor frontDoor(
            ChannelTokens tokens, RestClient.Builder http, ServerProperties server, GatewayProperties gateway) {
        return new OwnFrontDoor(tokens, http, reachable(server.getAddress()), gateway.timeout());
    }

    private static String reachable(@Nullable InetAddress listensAt) {
        var address = listensAt == null || listensAt.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listensAt;
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
