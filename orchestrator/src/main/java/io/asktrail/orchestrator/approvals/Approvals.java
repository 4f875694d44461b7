package io.asktrail.orchestrator.approvals;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.approvals.ApprovalStore.Stored;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.policy.ExportRights;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.SaidException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consent of somebody else. It is given for one thing, to one caller, under the rights of that moment: as soon as one of
 * these is another, it is void.
 */
public final class Approvals {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;
    private static final int LONGEST_TEXT = 2_000;

    private final ApprovalStore store;
    private final Fingerprints fingerprints;
    private final CurrentRegistry registries;
    private final Duration openFor;
    private final Duration approvedFor;
    private final Clock clock;

    /**
     * @param openFor how long a request can be decided
     * @param approvedFor how long the file can be had once it is approved
     */
    public Approvals(
            ApprovalStore store,
            CurrentRegistry registries,
            JsonMapper json,
            Duration openFor,
            Duration approvedFor,
            Clock clock) {
        this.store = store;
        this.fingerprints = new Fingerprints(json);
        this.registries = registries;
        this.openFor = openFor;
        this.approvedFor = approvedFor;
        this.clock = clock;
    }

    /**
     * Asks for consent to something that the caller may ask for.
     *
     * @param summary what it is, for the one who decides
     * @throws SuiteException if no reason is given
     */
    public Approval request(Caller caller, Subject subject, String summary, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw failure(ErrorCode.MALFORMED_REQUEST, Said.of(ApprovalSaying.WHICH_PURPOSE));
        }
        requireShort(reason, "reason");
        var id = "apr_" + HexFormat.of().formatHex(random());
        var fingerprint = fingerprints.of(subject, caller, registries.get());
        store.request(
                id,
                caller,
                subject,
                fingerprint,
                summary,
                reason.strip(),
                clock.instant().plus(openFor));
        return stored(id).approval();
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static void requireShort(String text, String name) {
        if (text.length() > LONGEST_TEXT) {
            throw failure(
                    ErrorCode.MALFORMED_REQUEST,
                    Said.of(ApprovalSaying.LONG_TEXT)
                            .text(name)
                            .number(text.length())
                            .number(LONGEST_TEXT));
        }
    }

    /** What the caller has asked for, the newest first. */
    public List<Approval> mine(Caller caller) {
        return store.of(caller);
    }

    /** What waits for a decision that the caller may take, the oldest first. */
    public List<Approval> toDecide(Caller caller) {
        var rights = ExportRights.of(caller, registries.get());
        return store.open(caller).stream()
                .filter(approval -> rights.mayConsentTo(approval.subject().consent()) && covers(caller, approval))
                .toList();
    }

    /** @throws SuiteException {@link ErrorCode#UNKNOWN_ID} to whoever neither asked nor may decide */
    public Approval find(Caller caller, String id) {
        return seen(caller, id).approval();
    }

    /**
     * Decides on what somebody else has asked for.
     *
     * @throws SuiteException if the caller may not, or if it is decided or over
     */
    public Approval decide(Caller caller, String id, boolean approved, @Nullable String comment) {
        var approval = seen(caller, id).approval();
        if (approval.requestedBy().equals(caller.sub())) {
            throw failure(ErrorCode.FORBIDDEN, Said.of(ApprovalSaying.OWN_REQUEST));
        }
        if (!covers(caller, approval)) {
            throw failure(
                    ErrorCode.FORBIDDEN,
                    Said.of(ApprovalSaying.FEWER_REGIONS).text(String.join(", ", approval.regions())));
        }
        if (comment != null) {
            requireShort(comment, "comment");
        }
        requireOpen(approval);
        if (!store.decide(id, caller, approved, comment, approvedFor)) {
            requireOpen(stored(id).approval());
        }
        return stored(id).approval();
    }

    private static void requireOpen(Approval approval) {
        switch (approval.status()) {
            case REQUESTED -> {}
            case APPROVED -> throw decided(ApprovalSaying.APPROVED_ALREADY, approval);
            case REJECTED -> throw decided(ApprovalSaying.REJECTED_ALREADY, approval);
            case VOID -> throw failure(ErrorCode.ALREADY_DECIDED, Said.of(ApprovalSaying.VOID_ALREADY));
            case EXPIRED -> throw failure(ErrorCode.EXPIRED, Said.of(ApprovalSaying.NOT_DECIDED_IN_TIME));
        }
    }

    private static SuiteException decided(ApprovalSaying how, Approval approval) {
        return failure(ErrorCode.ALREADY_DECIDED, Said.of(how).text(String.valueOf(approval.decidedBy())));
    }

    private static SuiteException failure(ErrorCode code, Said said) {
        return new SaidException(code, said);
    }

    // Whoever lets rows out has to be allowed to see them.
    private static boolean covers(Caller caller, Approval approval) {
        return caller.seesAllRegions() || caller.regions().containsAll(approval.regions());
    }

    /**
     * The consent to what the caller is about to take away; without a subject, to what was asked for.
     *
     * @throws SuiteException if there is none: not decided, rejected, over, or given for something else, which ends it
     */
    public Approval redeem(Caller caller, String id, @Nullable Subject subject) {
        var found = store.find(id)
                .filter(stored -> stored.approval().requestedBy().equals(caller.sub()))
                .orElseThrow(Approvals::unknown);
        var approval = found.approval();
        requireApproved(approval);
        var now = fingerprints.of(subject == null ? approval.subject() : subject, caller, registries.get());
        if (!now.equals(found.fingerprint())) {
            store.voided(id, caller, "what would be exported is not what was approved");
            throw decided(ApprovalSaying.OTHER_THAN_APPROVED, approval);
        }
        return approval;
    }

    private static void requireApproved(Approval approval) {
        switch (approval.status()) {
            case APPROVED -> {}
            case REQUESTED -> throw failure(ErrorCode.APPROVAL_NEEDED, Said.of(ApprovalSaying.NOT_DECIDED_YET));
            case REJECTED -> throw failure(ErrorCode.FORBIDDEN, rejected(approval));
            case VOID -> throw failure(ErrorCode.ALREADY_DECIDED, Said.of(ApprovalSaying.APPROVAL_VOID));
            case EXPIRED -> throw failure(ErrorCode.EXPIRED, Said.of(ApprovalSaying.APPROVAL_OVER));
        }
    }

    private static Said rejected(Approval approval) {
        var by = String.valueOf(approval.decidedBy());
        return approval.comment() == null
                ? Said.of(ApprovalSaying.REJECTED).text(by)
                : Said.of(ApprovalSaying.REJECTED_BECAUSE).text(by).text(approval.comment());
    }

    /** Writes down that a file was made of it. */
    public void exported(Caller caller, Approval approval, String fileId) {
        store.exported(approval.id(), caller, fileId);
    }

    private Stored seen(Caller caller, String id) {
        return store.find(id)
                .filter(found -> found.approval().requestedBy().equals(caller.sub())
                        || ExportRights.of(caller, registries.get())
                                .mayConsentTo(found.approval().subject().consent()))
                .orElseThrow(Approvals::unknown);
    }

    private Stored stored(String id) {
        return store.find(id).orElseThrow(Approvals::unknown);
    }

    private static SuiteException unknown() {
        return failure(ErrorCode.UNKNOWN_ID, Said.of(ApprovalSaying.NO_SUCH_REQUEST));
    }
}
