package io.asktrail.service.call;

import io.asktrail.contracts.caller.Caller;

/**
 * Whom the filter let in.
 *
 * @param byToken whether a service called, whose headers can be believed; else the request is an outsider's own, and
 *     nothing in it but this caller was checked
 */
record VerifiedCaller(Caller caller, boolean byToken) {
    static final String ATTRIBUTE = VerifiedCaller.class.getName();
}
