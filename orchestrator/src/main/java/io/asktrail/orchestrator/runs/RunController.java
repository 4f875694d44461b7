package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.caller.CallContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Runs that take long: how they stand, all of their stages, an end before time. */
@RestController
@RequestMapping("/orchestrator/v1/runs")
public class RunController {
    private final Runs runs;
    private final RunFollower follower;

    RunController(Runs runs, RunFollower follower) {
        this.runs = runs;
        this.follower = follower;
    }

    @Operation(operationId = "getRun", summary = "How a run of the caller's own stands")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public RunView run(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return runs.find(call.caller(), id);
    }

    @Operation(operationId = "followRun", summary = "The stages of a run from its beginning, and on until it ends")
    @GetMapping(path = "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public SseEmitter follow(
            @Parameter(hidden = true) CallContext call, @PathVariable("id") String id, HttpServletRequest http) {
        return follower.follow(http, call, id);
    }

    @Operation(operationId = "cancelRun", summary = "Stop a run; one that has ended stays as it is")
    @DeleteMapping(path = "/{id}")
    public RunView cancel(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return runs.cancel(call.caller(), id);
    }
}
