package io.asktrail.service.call;

import io.asktrail.service.token.InternalTokens;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Agents of other processes, behind the same interfaces as those of this one. */
public final class AgentClients {
    private final RestClient.Builder http;
    private final InternalTokens tokens;
    private final JsonMapper json;
    private final Duration usual;
    private final Clock clock;

    AgentClients(RestClient.Builder http, InternalTokens tokens, JsonMapper json, Duration usual, Clock clock) {
        this.http = http.requestFactory(new PatientRequests());
        this.tokens = tokens;
        this.json = json;
        this.usual = usual;
        this.clock = clock;
    }

    /**
     * An agent that is reached by HTTP. Fails at once if this process was given no key for it.
     *
     * @param agent its interface
     * @param service its name, the audience of the tokens; it stands in messages, too
     */
    public <T> T create(Class<T> agent, String service, URI url) {
        var failures = new CallFailures(service, json);
        var client = http.clone()
                .baseUrl(url)
                .defaultStatusHandler(HttpStatusCode::isError, (_, reply) -> {
                    throw failures.ofReply(reply);
                })
                .build();
        var overHttp = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .customArgumentResolver(new CallContextSender(tokens.towards(service), clock))
                .build()
                .createClient(agent);
        var kept = new DeadlineKeeper(overHttp, failures, usual, clock);
        return agent.cast(Proxy.newProxyInstance(agent.getClassLoader(), new Class<?>[] {agent}, kept));
    }
}
