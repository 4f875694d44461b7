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
    private final transient LoggedIn login;

    CallerAuthentication(LoggedIn login) {
        super(List.of());
        this.login = login;
        setAuthenticated(true);
    }

    /** Who makes the request; empty on the public addresses. */
    public static Optional<Caller> callerOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof CallerAuthentication verified
                ? Optional.of(verified.login.caller())
                : Optional.empty();
    }

    /** Who that is, and for how long it is known. */
    public LoggedIn login() {
        return login;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return login.caller().sub();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && login.equals(that.login);
    }

    @Override
    public int hashCode() {
        return login.hashCode();
    }
}
