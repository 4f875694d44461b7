package io.asktrail.service.call;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link CallContext} of the call that it serves. */
final class CallContextReceiver implements HandlerMethodArgumentResolver {
    private static final List<String> TAGS =
            Arrays.stream(Language.values()).map(Language::tag).toList();
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Duration usual;
    private final Clock clock;

    CallContextReceiver(Duration usual, Clock clock) {
        this.usual = usual;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CallContext.class;
    }

    @Override
    public CallContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (!(request.getAttribute(VerifiedCaller.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof VerifiedCaller verified)) {
            // The filter does not stand before this address: a fault of ours, and no reason to let anybody in.
            throw new SuiteException(ErrorCode.UNAUTHENTICATED, "This address needs a verified caller.");
        }
        return new CallContext(
                verified.caller(),
                Deadline.in(patience(verified.byToken() ? request.getHeader(CallHeaders.DEADLINE) : null), clock),
                key(verified.byToken() ? request.getHeader(CallHeaders.IDEMPOTENCY_KEY) : null),
                language(
                        verified.byToken() ? request.getHeader(CallHeaders.LANGUAGE) : null,
                        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Duration patience(@Nullable String header) {
        if (header == null) {
            return usual;
        }
        try {
            return Duration.ofMillis(Math.clamp(Long.parseLong(header), 0, LONGEST.toMillis()));
        } catch (NumberFormatException _) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, CallHeaders.DEADLINE + " has to be a number of milliseconds.");
        }
    }

    // A service says which; for a call from outside it is the one that its caller reads best.
    private static Language language(@Nullable String header, @Nullable String accepted) {
        if (header == null) {
            return preferred(accepted);
        }
        try {
            return Language.tagged(header);
        } catch (IllegalArgumentException unknown) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, String.valueOf(unknown.getMessage()), unknown);
        }
    }

    // English where none of the caller's is written here, and where nobody can tell what the caller says.
    private static Language preferred(@Nullable String accepted) {
        if (accepted == null) {
            return Language.ENGLISH;
        }
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
            return best == null ? Language.ENGLISH : Language.tagged(best);
        } catch (IllegalArgumentException unreadable) {
            return Language.ENGLISH;
        }
    }

    private static String key(@Nullable String header) {
        return header == null || header.isBlank() ? UUID.randomUUID().toString() : header;
    }
}
