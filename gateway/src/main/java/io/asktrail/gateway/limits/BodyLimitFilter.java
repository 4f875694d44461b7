package io.asktrail.gateway.limits;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No request carries more than it may. One that does not say how long it is, is read first, which costs little as the
 * limit is small, and keeps a failure half-way out of everything behind.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final DataSize limit;
    private final ProblemWriter problems;

    BodyLimitFilter(DataSize limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            refuse(response);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            var body = request.getInputStream().readNBytes(Math.toIntExact(limit.toBytes()) + 1);
            if (body.length > limit.toBytes()) {
                refuse(response);
            } else {
                chain.doFilter(new ReadRequest(request, body), response);
            }
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        // What is still to come is not waited for.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.write(
                response,
                Problem.of(
                        ErrorCode.TOO_LARGE,
                        "The request is larger than %d kB: ask a shorter question.".formatted(limit.toKilobytes())));
    }
}
