package io.asktrail.gateway.login;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a caller who was not let in what to do. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final String HOW =
            " Send 'Authorization: Bearer TOKEN'; on a local run './asktrail token' prints one.";

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            log.atError().setCause(refusal).log("tokens cannot be checked");
            problems.write(
                    response,
                    Problem.of(ErrorCode.SOURCE_DOWN, "Logins cannot be checked just now: try again in a moment."));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(response, Problem.of(ErrorCode.UNAUTHENTICATED, sentence(refusal) + HOW));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(response, Problem.of(ErrorCode.FORBIDDEN, "This address is not for callers from outside."));
    }

    /** Why a caller was not let in, in words that help its bearer and not a forger. */
    static String sentence(AuthenticationException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof JwtValidationException checked) {
                return String.valueOf(checked.getErrors().iterator().next().getDescription());
            }
        }
        return switch (refusal) {
            case InsufficientAuthenticationException _ -> "Log in first.";
            // The library's own words about a broken token help whoever forged it, not its owner.
            case OAuth2AuthenticationException known when known.getCause() == null -> "The token cannot be read.";
            default -> "The token is not valid here.";
        };
    }
}
