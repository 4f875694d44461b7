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
import java.util.Map;
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
    public static final List<String> VERSIONS =
            List.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    private final Cache<String, HeldSession> held;
    private final int perCaller;
    private McpStreamableServerSession.@Nullable Factory factory;

    /**
     * @param perCaller how many one caller may have; nobody loses a session because of what others do
     * @param idle after which one is forgotten
     */
    public Sessions(int perCaller, Duration idle) {
        this.perCaller = perCaller;
        held = Caffeine.newBuilder()
                .expireAfterAccess(idle)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
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
        var started =
                Objects.requireNonNull(factory, "the server is not built yet").startSession(request);
        var result = Objects.requireNonNull(started.initResult().block());
        var id = started.session().getId();
        makeRoom(owner);
        held.put(id, new HeldSession(started.session(), owner));
        return new Begun(id, result);
    }

    private void makeRoom(Caller owner) {
        var own = byAge().entrySet().stream()
                .filter(session -> session.getValue().owner().sub().equals(owner.sub()))
                .map(Map.Entry::getKey)
                .toList();
        own.stream().limit(Math.max(0, own.size() - perCaller + 1)).forEach(this::end);
    }

    private Map<String, HeldSession> byAge() {
        return held.policy().expireAfterAccess().orElseThrow().oldest(Integer.MAX_VALUE);
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
