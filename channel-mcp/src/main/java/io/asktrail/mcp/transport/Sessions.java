package io.asktrail.mcp.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.asktrail.contracts.caller.Caller;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The sessions of this process. The library's own keeper never forgets one and asks nobody whose it is; clients
 * seldom say good-bye.
 */
public final class Sessions implements McpStreamableServerTransportProvider {
    /** Of the protocol, the newest last. */
    public static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    private final Cache<String, HeldSession> held;
    private McpStreamableServerSession.@Nullable Factory factory;

    public Sessions(int atMost, Duration idle) {
        held = Caffeine.newBuilder()
                .maximumSize(atMost)
                .expireAfterAccess(idle)
                .scheduler(Scheduler.systemScheduler())
                .<String, HeldSession>evictionListener((_, session, _) -> {
                    if (session != null) {
                        session.end();
                    }
                })
                .build();
    }

    @Override
    public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
        factory = sessionFactory;
    }

    record Begun(String id, InitializeResult result) {}

    Begun begin(Caller owner, InitializeRequest request) {
        var started = Objects.requireNonNull(factory, "the server is not built yet").startSession(request);
        var result = Objects.requireNonNull(started.initResult().block());
        var id = started.session().getId();
        held.put(id, new HeldSession(started.session(), owner));
        return new Begun(id, result);
    }

    /** Empty for an unknown one, one that has ended, and one of somebody else: which of these it is, is not said. */
    Optional<HeldSession> find(String id, Caller caller) {
        return Optional.ofNullable(held.getIfPresent(id)).filter(session -> session.belongsTo(caller));
    }

    void end(String id) {
        var session = held.asMap().remove(id);
        if (session != null) {
            session.end();
        }
    }

    @Override
    public List<String> protocolVersions() {
        return VERSIONS;
    }

    /** Nothing is told unasked: the tools are the same for everybody, and the catalogue is read when it is needed. */
    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(() -> held.asMap().keySet().forEach(this::end));
    }
}
