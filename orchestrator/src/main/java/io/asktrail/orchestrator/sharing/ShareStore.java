package io.asktrail.orchestrator.sharing;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.orchestrator.state.StateDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Links by the hash of their token: whoever reads the database can open none of them. */
final class ShareStore {
    private final StateDatabase state;
    private final JsonMapper json;

    ShareStore(StateDatabase state, JsonMapper json) {
        this.state = state;
        this.json = json;
    }

    /**
     * What a link leads to.
     *
     * @param rights under which the answer was made; null if that was not written down yet
     * @param answer without the file that was made for its owner
     */
    record Shared(@Nullable String rights, Answer answer, Instant expiresAt) {}

    /** Under which rights an answer of the caller's was made; empty if they have none of that id. */
    Optional<Optional<String>> rights(Caller caller, String answerId) {
        return state.jdbc()
                .sql("select rights from answers where id = :id and sub = :sub")
                .param("id", answerId)
                .param("sub", caller.sub())
                .query((row, _) -> Optional.ofNullable(row.getString("rights")))
                .optional();
    }

    void add(String token, String answerId, Instant now, Instant expiresAt) {
        state.jdbc()
                .sql("""
                    insert into shares (token_hash, answer_id, created_at, expires_at)
                    values (:hash, :answer, :now, :until)\
                    """)
                .param("hash", hash(token))
                .param("answer", answerId)
                .param("now", utc(now))
                .param("until", utc(expiresAt))
                .update();
    }

    /** Deletes links whose time was over long ago: until then they say that it is. */
    void forgetExpired(Instant before) {
        state.jdbc()
                .sql("delete from shares where expires_at < :before")
                .param("before", utc(before))
                .update();
    }

    Optional<Shared> find(String token) {
        return state.jdbc()
                .sql("""
                    select rights, answer, expires_at
                    from shares join answers on answers.id = answer_id where token_hash = :hash\
                    """)
                .param("hash", hash(token))
                .query((row, _) -> new Shared(
                        row.getString("rights"),
                        answer(row.getString("answer")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Answer answer(String text) {
        var stored = (ObjectNode) json.readTree(text);
        stored.remove("export");
        return json.treeToValue(stored, Answer.class);
    }

    /** Ends all links to an answer of the caller's; how many there were. */
    int end(Caller caller, String answerId) {
        return state.jdbc()
                .sql("""
                    delete from shares using answers
                    where answers.id = shares.answer_id and answers.id = :id and answers.sub = :sub\
                    """)
                .param("id", answerId)
                .param("sub", caller.sub())
                .update();
    }

    // The token is long and random: it needs neither salt nor a slow hash.
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
