package io.asktrail.router.verified;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import java.util.List;
import java.util.Optional;

/** Stands in where no database is set: only the questions of the registry are there. */
public final class NoVerifiedStore implements VerifiedStore {
    @Override
    public long stamp() {
        return 0;
    }

    @Override
    public List<Vouched> all() {
        return List.of();
    }

    @Override
    public Vouched approve(VerifiedQuestion question, String by) {
        throw new IllegalStateException("nothing can be kept without a database");
    }

    @Override
    public Optional<Vouched> remove(VerifiedId id, String by) {
        return Optional.empty();
    }

    @Override
    public List<VerifiedChange> changes(int most) {
        return List.of();
    }

    @Override
    public boolean isThere() {
        return false;
    }
}
