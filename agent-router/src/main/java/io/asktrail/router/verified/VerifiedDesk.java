package io.asktrail.router.verified;

import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import io.asktrail.registry.verified.VerifiedFaults;
import io.asktrail.registry.verified.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** Where administrators approve questions and take them back. Nothing is kept that could not be found again. */
public final class VerifiedDesk implements VerifiedAgent {
    private static final int MOST_CHANGES = 200;
    /** So many that a look at all of them for each question is still no work. */
    private static final int MOST_QUESTIONS = 5_000;

    private final VerifiedShelf shelf;
    private final VerifiedStore store;

    public VerifiedDesk(VerifiedShelf shelf, VerifiedStore store) {
        this.shelf = shelf;
        this.store = store;
    }

    @Override
    public List<Vouched> list(CallContext call) {
        requireAdmin(call);
        return shelf.all(shelf.book().vocabulary().registry());
    }

    @Override
    public Vouched approve(CallContext call, VerifiedQuestion question) {
        requireAdmin(call);
        requireStore();
        var book = shelf.book();
        var faults = VerifiedFaults.of(question, book.vocabulary().registry());
        if (!faults.isEmpty()) {
            throw refused(faults.stream()
                    .map(fault -> "%s: %s".formatted(fault.pointer(), fault.message()))
                    .collect(Collectors.joining("; ")));
        }
        requireDistinct(question, book);
        if (store.all().size() >= MOST_QUESTIONS) {
            throw refused("there are %d approved questions already: take some back".formatted(MOST_QUESTIONS));
        }
        return store.approve(question, call.caller().sub());
    }

    // Two questions in one wording would be asked back each time: whoever approves the second one should know at once.
    private static void requireDistinct(VerifiedQuestion question, VerifiedBook book) {
        var reader = new PhraseReader(book.vocabulary());
        for (var text : question.questions()) {
            var terms = reader.wording(Wording.of(text));
            if (terms.isEmpty()) {
                throw refused("\"%s\" has only words that say nothing of their own".formatted(text));
            }
            book.entries().stream()
                    .filter(entry -> !entry.vouched().verified().id().equals(question.id()))
                    .filter(entry -> entry.terms().equals(terms))
                    .findFirst()
                    .ifPresent(entry -> {
                        throw refused("\"%s\" says the same as \"%s\" of '%s': change that one, or use other words"
                                .formatted(
                                        text,
                                        entry.wording().text(),
                                        entry.vouched().verified().id()));
                    });
        }
    }

    @Override
    public Vouched remove(CallContext call, VerifiedId id) {
        requireAdmin(call);
        requireStore();
        return store.remove(id, call.caller().sub()).orElseThrow(() -> unknown(id));
    }

    private SuiteException unknown(VerifiedId id) {
        var ofRegistry = shelf.book().vocabulary().registry().verified().containsKey(id);
        return new SuiteException(
                ErrorCode.UNKNOWN_ID,
                ofRegistry
                        ? "'%s' stands in the registry: take its file out there.".formatted(id)
                        : "No question was approved as '%s'. GET /v1/admin/verified lists them.".formatted(id));
    }

    @Override
    public List<VerifiedChange> changes(CallContext call) {
        requireAdmin(call);
        return store.changes(MOST_CHANGES);
    }

    private void requireStore() {
        if (!store.isThere()) {
            throw new SuiteException(
                    ErrorCode.NOT_SUPPORTED_YET,
                    "Nothing can be approved here, for there is no database to keep it: set asktrail.router.state.url,"
                            + " or put the question into the registry's folder verified.");
        }
    }

    private static void requireAdmin(CallContext call) {
        if (!call.caller().has(Role.ADMIN)) {
            throw new SuiteException(ErrorCode.FORBIDDEN, "Verified questions are kept by the role admin alone.");
        }
    }

    private static SuiteException refused(String reason) {
        return new SuiteException(
                ErrorCode.MALFORMED_REQUEST, "The verified question was not taken: %s.".formatted(reason));
    }
}
