package io.asktrail.router.verified;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.router.VocabularyStore;
import io.asktrail.router.neighbour.Embedding;
import io.asktrail.router.neighbour.ExactIndex;
import io.asktrail.router.neighbour.HashedEmbedding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The demo's registry with a brand and two campaigns, on 20 August 2025. */
public final class VerifiedWorld {
    public static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    public static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    public static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    public static final CallContext ADMIN = caller(Role.ADMIN, "*");

    /** Its lists of words take longer to read than all that is tested here. */
    private static final VocabularyStore VOCABULARY = vocabulary();

    final MemoryStore store = new MemoryStore();
    public final VocabularyStore vocabulary = VOCABULARY;
    final VerifiedShelf shelf;
    public final VerifiedReader reader;

    public VerifiedWorld() {
        this(new HashedEmbedding());
    }

    VerifiedWorld(Embedding embedding) {
        shelf = new VerifiedShelf(vocabulary, store, embedding, new ExactIndex());
        reader = new VerifiedReader(shelf, 0.5);
    }

    private static VocabularyStore vocabulary() {
        var vocabulary = new VocabularyStore(() -> DEMO);
        vocabulary.feed(Map.of(
                new DimensionId("brand"),
                List.of(new Value("Loom", List.of(), List.of())),
                new DimensionId("city"),
                List.of(
                        new Value("Delhi", List.of(), List.of("Delhi")),
                        new Value("Pune", List.of(), List.of("Maharashtra")))));
        return vocabulary;
    }

    public static CallContext caller(Role role, String... regions) {
        var caller = new Caller("asha", List.of(role), List.of(regions), List.of(), List.of());
        return new CallContext(caller, new Deadline(Instant.MAX), "test");
    }

    public static Question question(String text) {
        return new Question(text, TODAY, KOLKATA, Memory.EMPTY);
    }

    Optional<Reading> read(String text) {
        return reader.read(ADMIN, question(text));
    }

    Reading.Understood understood(String text) {
        return (Reading.Understood) read(text).orElseThrow();
    }

    static VerifiedQuestion verified(String id, String wording, String task) {
        return new VerifiedQuestion(
                new VerifiedId(id), List.of(wording), JsonMapper.shared().readValue(task, TaskRequest.class));
    }
}
