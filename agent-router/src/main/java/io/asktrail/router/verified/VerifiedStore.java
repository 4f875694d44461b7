package io.asktrail.router.verified;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import java.util.List;
import java.util.Optional;

/** Questions that were approved while the system runs, and the record of who approved and took back what. */
public interface VerifiedStore {
    /**
     * Changes whenever the questions do.
     *
     * @throws VerifiedStoreAway if it cannot be reached; so do the others
     */
    long stamp();

    List<Vouched> all();

    Vouched approve(VerifiedQuestion question, String by);

    /** The one that was taken back; empty if there is none of that id. */
    Optional<Vouched> remove(VerifiedId id, String by);

    /** The latest changes first. */
    List<VerifiedChange> changes(int most);

    /** Whether something can be approved at all. */
    boolean isThere();
}
