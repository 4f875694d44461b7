package io.asktrail.router;

import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Verified questions over HTTP; paths stand in the interface. */
@RestController
class VerifiedController implements VerifiedAgent {
    private final VerifiedAgent logic;

    VerifiedController(VerifiedAgent logic) {
        this.logic = logic;
    }

    @Override
    public List<Vouched> list(CallContext call) {
        return logic.list(call);
    }

    @Override
    public Vouched approve(CallContext call, VerifiedQuestion question) {
        return logic.approve(call, question);
    }

    @Override
    public Vouched remove(CallContext call, VerifiedId id) {
        return logic.remove(call, id);
    }

    @Override
    public List<VerifiedChange> changes(CallContext call) {
        return logic.changes(call);
    }
}
