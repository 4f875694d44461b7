package io.asktrail.orchestrator.claims;

import io.asktrail.orchestrator.state.StateDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims in the orchestrators' database, so that it does not matter at which gateway the work came in. */
final class ClaimStore {
    private static final int FORGOTTEN_AT_ONCE = 500;

    private final StateDatabase state;

    ClaimStore(StateDatabase state) {
        this.state = state;
    }

    /**
     * Takes what nobody has taken before.
     *
     * @return who holds it from now on; empty if it was taken already, whatever became of it
     */
    Optional<String> take(String sub, String key, String note, Duration lease, Duration keep) {
        var holder = UUID.randomUUID().toString();
        var won = state.jdbc()
                .sql("""
                        insert into claims (sub, key, holder, note, lease_until, keep_until)
                        values (:sub, :key, :holder, :note, now() + :lease * interval '1 millisecond',
                                now() + :keep * interval '1 millisecond')
                        on conflict do nothing""")
                .param("sub", sub)
                .param("key", key)
                .param("holder", holder)
                .param("note", note)
                .param("lease", lease.toMillis())
                .param("keep", keep.toMillis())
                .update();
        return won == 1 ? Optional.of(holder) : Optional.empty();
    }

    /**
     * Says that the holder lives, and what has come of the work.
     *
     * @param note null to leave it as it is
     * @return false if somebody else holds it by now, or it is done
     */
    boolean hold(String sub, String key, String holder, @Nullable String note, Duration lease, boolean done) {
        return state.jdbc()
                        .sql("""
                                update claims
                                set lease_until = now() + :lease * interval '1 millisecond',
                                    note = coalesce(cast(:note as text), note), done = :done
                                where sub = :sub and key = :key and holder = :holder and not done""")
                        .param("lease", lease.toMillis())
                        .param("note", note)
                        .param("done", done)
                        .param("sub", sub)
                        .param("key", key)
                        .param("holder", holder)
                        .update()
                == 1;
    }

    /** Takes over what its holder gave no sign of, the oldest first; each goes to one asker alone. */
    List<Claim> takeOver(String sub, Duration lease, int most) {
        forget();
        return state.jdbc()
                .sql("""
                        update claims
                        set holder = gen_random_uuid()::text, takeovers = takeovers + 1,
                            lease_until = now() + :lease * interval '1 millisecond'
                        where (sub, key) in (select sub, key from claims
                                             where sub = :sub and not done and lease_until < now()
                                             order by lease_until limit :most for update skip locked)
                        returning key, holder, note, created_at, takeovers""")
                .param("sub", sub)
                .param("lease", lease.toMillis())
                .param("most", most)
                .query((row, _) -> claim(row))
                .list();
    }

    /** What was noted under a key; empty if it was never taken, or has been forgotten. */
    Optional<String> note(String sub, String key) {
        return state.jdbc()
                .sql("select note from claims where sub = :sub and key = :key and keep_until > now()")
                .param("sub", sub)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private void forget() {
        state.jdbc().sql("""
                        delete from claims where (sub, key) in
                            (select sub, key from claims where keep_until < now() limit :most for update skip locked)""").param("most", FORGOTTEN_AT_ONCE).update();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("key"),
                row.getString("holder"),
                row.getString("note"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("takeovers"));
    }
}
