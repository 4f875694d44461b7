package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The router's verified questions, for callers with the role admin. */
@HttpExchange("/agents/router/verified")
public interface VerifiedAgent {
    /** All of them, those of the registry too, by their ids. */
    @GetExchange
    List<Vouched> list(CallContext call);

    /** Approves one; the caller vouches for it. One that was approved under the same id before is replaced. */
    @PostExchange
    Vouched approve(CallContext call, @RequestBody VerifiedQuestion question);

    /** Takes an approved one back. */
    @DeleteExchange("/{id}")
    Vouched remove(CallContext call, @PathVariable("id") VerifiedId id);

    /** What was approved and taken back, by whom and when, the latest first. */
    @GetExchange("/changes")
    List<VerifiedChange> changes(CallContext call);
}
