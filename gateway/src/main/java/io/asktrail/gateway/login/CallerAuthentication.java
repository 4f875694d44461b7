package io.asktrail.gateway.login;

import io.asktrail.contracts.caller.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller whose token was verified. */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    // Nothing here is ever written out: there are no sessions.
    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Who makes the request; empty on the public addresses. */
    public static Optional<Caller> callerOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof CallerAuthentication verified
                ? Optional.of(verified.caller)
                : Optional.empty();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller.sub();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
