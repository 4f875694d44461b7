package io.asktrail.router.verified;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Approved questions for as long as a test lasts. */
final class MemoryStore implements VerifiedStore {
    private static final Instant NOON = Instant.parse("2025-08-20T06:30:00Z");

    private final TreeMap<VerifiedId, Vouched> questions = new TreeMap<>();
    private final List<VerifiedChange> changes = new ArrayList<>();

    private boolean away;

    void goAway() {
        away = true;
    }

    @Override
    public long stamp() {
        if (away) {
            throw new VerifiedStoreAway(new IllegalStateException("away"));
        }
        return changes.size();
    }

    @Override
    public List<Vouched> all() {
        return List.copyOf(questions.values());
    }

    @Override
    public Vouched approve(VerifiedQuestion question, String by) {
        changes.addFirst(new VerifiedChange(VerifiedChange.Action.APPROVED, by, NOON, question));
        var vouched = new Vouched(question, Vouched.Source.APPROVED, by, NOON);
        questions.put(question.id(), vouched);
        return vouched;
    }

    @Override
    public Optional<Vouched> remove(VerifiedId id, String by) {
        var removed = Optional.ofNullable(questions.remove(id));
        removed.ifPresent(vouched ->
                changes.addFirst(new VerifiedChange(VerifiedChange.Action.REMOVED, by, NOON, vouched.verified())));
        return removed;
    }

    @Override
    public List<VerifiedChange> changes(int most) {
        return changes.stream().limit(most).toList();
    }

    @Override
    public boolean isThere() {
        return true;
    }
}
