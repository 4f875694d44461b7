package io.asktrail.service.call;

import io.asktrail.contracts.caller.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway hands on whom it has verified when the orchestrator is in the same process: as an attribute of a
 * forwarded request. Nobody outside can set an attribute, and on anything but a forward it is not looked at.
 */
public final class ForwardedCaller {
    /** Name of the request attribute; its value is a {@link Caller}. */
    public static final String ATTRIBUTE = "io.asktrail.service.forwarded-caller";

    private ForwardedCaller() {}

    static @Nullable Caller of(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD
                        && request.getAttribute(ATTRIBUTE) instanceof Caller caller
                ? caller
                : null;
    }
}
