package io.asktrail.gateway.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of a socket.
 *
 * @param loginWithin how long a client that came without a token has to send one
 * @param sendWithin how long a message waits for a client that does not read
 * @param unread how much may wait for it
 * @param inLine how many questions may wait while one is being answered
 */
@ConfigurationProperties("asktrail.gateway.socket")
record SocketProperties(
        @DefaultValue("5s") Duration loginWithin,
        @DefaultValue("10s") Duration sendWithin,
        @DefaultValue("4MB") DataSize unread,
        @DefaultValue("16") int inLine) {}
