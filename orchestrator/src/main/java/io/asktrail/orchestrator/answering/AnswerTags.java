package io.asktrail.orchestrator.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.answer.Since;
import io.asktrail.contracts.answer.StoredAnswer;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.table.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tags of answers by what a reader of them sees: words, figures, table, chart, caveats, how fresh the data are, which
 * registry. Ids, times, costs and the way to the answer are left out, so that an answer that says the same again has the
 * same tag. They are weak tags: the bytes differ.
 */
public final class AnswerTags {
    private static final int BYTES = 18;

    private final JsonMapper json;
    // By identity, for as long as the result itself is kept.
    private final Cache<WorkedOut, String> known =
            Caffeine.newBuilder().weakKeys().build();

    AnswerTags(JsonMapper json) {
        this.json = json;
    }

    private record Seen(
            AnswerStatus status,
            String text,
            List<Figure> figures,
            @Nullable Table table,
            @Nullable Chart chart,
            List<String> insights,
            @Nullable String method,
            List<String> assumptions,
            List<Caveat> caveats,
            @Nullable Refusal refusal,
            @Nullable Clarification clarification,
            List<Freshness> freshness,
            List<String> policies,
            String registryVersion,
            @Nullable Become become) {}

    // Without the moment of the look.
    private record Become(Since.Status status, List<CellChange> changes, int more, String text) {
        static @Nullable Become of(@Nullable Since since) {
            return since == null ? null : new Become(since.status(), since.changes(), since.more(), since.text());
        }
    }

    /** The tag of an answer. */
    public String of(Answer answer) {
        return of(answer, null);
    }

    /** The tag of an answer together with what has become of its figures. */
    public String of(StoredAnswer stored) {
        return of(stored.answer(), stored.since());
    }

    /** The same as that of the answer alone; worked out once for all answers that are made of the result. */
    String of(WorkedOut result, Answer answer) {
        return known.get(result, _ -> of(answer));
    }

    Optional<String> known(WorkedOut result) {
        return Optional.ofNullable(known.getIfPresent(result));
    }

    private String of(Answer answer, @Nullable Since since) {
        return hashed(new Seen(
                answer.status(),
                answer.text(),
                answer.figures(),
                answer.table(),
                answer.chart(),
                answer.insights(),
                answer.method(),
                answer.assumptions(),
                answer.caveats(),
                answer.refusal(),
                answer.clarification(),
                answer.freshness(),
                answer.policies(),
                answer.registryVersion(),
                Become.of(since)));
    }

    private String hashed(Seen seen) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(seen).getBytes(StandardCharsets.UTF_8));
            var name = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
            return "W/\"%s\"".formatted(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
