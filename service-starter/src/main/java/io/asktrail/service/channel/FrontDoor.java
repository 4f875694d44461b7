package io.asktrail.service.channel;

import io.asktrail.contracts.caller.Caller;
import org.springframework.web.client.RestClient;

/** Asktrail as everybody outside sees it, for a channel that vouches for who asks. */
public interface FrontDoor {
    /**
     * A client of the gateway's own addresses ({@code /v1/ask} and the rest), logged in as this caller for a few minutes.
     * Limits, rights and records hold as for anybody else; refusals come as problem+json with their status.
     *
     * @throws IllegalStateException before the server has begun to listen
     */
    RestClient as(Caller caller);
}
