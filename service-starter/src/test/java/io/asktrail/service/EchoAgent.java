package io.asktrail.service;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** An agent that tells what reached it. */
@HttpExchange("/agents/echo")
public interface EchoAgent extends Inheritance {
    @PostExchange("/tell")
    Heard tell(CallContext call, @RequestBody Said said);

    @PostExchange("/fail")
    Heard fail(CallContext call, @RequestBody Said said);

    @PostExchange("/sleep")
    Heard sleep(CallContext call, @RequestBody Said said);

    @GetExchange("/numbers")
    List<BigDecimal> numbers(CallContext call);

    /** As many lines as the limit says, one after the other. */
    @PostExchange("/lines")
    InputStream lines(CallContext call, @RequestBody Said said);

    /** @param role some closed choice, as real tasks have them */
    record Said(
            String text,
            @Nullable BigDecimal amount,
            @Nullable LocalDate day,
            @Nullable Role role,
            int limit) {
        public Said {
            if (limit < 0) {
                throw new IllegalArgumentException("a limit of %d keeps nothing: leave it out".formatted(limit));
            }
        }

        public static Said of(String text) {
            return new Said(text, null, null, null, 0);
        }
    }

    record Heard(
            String text,
            @Nullable BigDecimal amount,
            String sub,
            List<Role> roles,
            List<String> regions,
            long leftMs,
            String key,
            @Nullable String traceId) {}
}
