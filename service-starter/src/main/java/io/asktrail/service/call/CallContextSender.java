package io.asktrail.service.call;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.service.token.TokenMinter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/** Turns the {@link CallContext} of a call into the headers it travels as. */
final class CallContextSender implements HttpServiceArgumentResolver {
    private final TokenMinter tokens;
    private final Clock clock;

    CallContextSender(TokenMinter tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
        if (!(argument instanceof CallContext call)) {
            return false;
        }
        request.addHeader(HttpHeaders.AUTHORIZATION, CallHeaders.BEARER + tokens.mint(call.caller()));
        request.addHeader(
                CallHeaders.DEADLINE,
                Long.toString(call.deadline().remaining(clock).toMillis()));
        request.addHeader(CallHeaders.IDEMPOTENCY_KEY, call.idempotencyKey());
        request.addHeader(CallHeaders.LANGUAGE, call.language().tag());
        return true;
    }
}
