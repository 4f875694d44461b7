package io.asktrail.orchestrator.state;

import io.asktrail.service.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a caller is told whose request needs the state database while it is away. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StateAdvice {
    private static final Logger log = LoggerFactory.getLogger(StateAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> away(DataAccessException failure) {
        log.atError().setCause(failure).log("the state database failed");
        return Problem.of(StateDatabase.failure(failure)).asResponse();
    }
}
