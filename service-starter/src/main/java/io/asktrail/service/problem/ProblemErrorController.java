package io.asktrail.service.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last resort: what failed outside of every controller, such as in a filter. */
@RestController
class ProblemErrorController implements ErrorController {
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // There is no room for a problem any more; the server has logged why, and cuts the connection.
            return null;
        }
        // The span of the request has ended; the reply still holds its trace where it was to be told to the caller.
        return problem(request).inTrace(response.getHeader("X-Request-Id")).asResponse();
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return Unforeseen.logged(failure);
        }
        // Without an error this is a caller who typed the address of this page.
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
        var status = HttpStatusCode.valueOf(code);
        return Problem.of(status, Statuses.codeFor(status), "The request was refused: " + Statuses.title(status) + ".");
    }
}
