package io.asktrail.mcp.transport;

import io.asktrail.contracts.caller.Caller;
import io.modelcontextprotocol.spec.McpStreamableServerSession;

/**
 * A session and whose it is. The rights are part of the owner: with a token of other rights it is as unknown as
 * somebody else's, and its client begins a new one.
 */
record HeldSession(McpStreamableServerSession session, Caller owner, WorkInHand work) {
    HeldSession(McpStreamableServerSession session, Caller owner) {
        this(session, owner, new WorkInHand());
    }

    boolean belongsTo(Caller caller) {
        return owner.equals(caller);
    }

    void end() {
        work.cancelAll();
        session.close();
    }
}
