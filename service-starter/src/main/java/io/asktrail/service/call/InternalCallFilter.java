package io.asktrail.service.call;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import io.asktrail.service.token.TokenVerifier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything that only other services of the suite may call. */
final class InternalCallFilter extends OncePerRequestFilter {
    private final TokenVerifier tokens;
    private final ProblemWriter problems;

    InternalCallFilter(TokenVerifier tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.setAttribute(VerifiedCaller.ATTRIBUTE, verified(request));
        } catch (SuiteException refused) {
            problems.write(response, Problem.of(refused));
            return;
        }
        chain.doFilter(request, response);
    }

    private VerifiedCaller verified(HttpServletRequest request) {
        var forwarded = ForwardedCaller.of(request);
        return forwarded == null
                ? new VerifiedCaller(tokens.verify(token(request)), true)
                : new VerifiedCaller(forwarded, false);
    }

    private static String token(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        // Of two tokens nobody can say which one was meant.
        if (headers.size() != 1 || !headers.getFirst().startsWith(CallHeaders.BEARER)) {
            throw new SuiteException(
                    ErrorCode.UNAUTHENTICATED, "This address is for other services of the suite, with their token.");
        }
        return headers.getFirst().substring(CallHeaders.BEARER.length());
    }
}
