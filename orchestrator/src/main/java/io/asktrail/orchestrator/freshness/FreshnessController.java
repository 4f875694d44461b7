package io.asktrail.orchestrator.freshness;

import io.asktrail.contracts.caller.CallContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fresh the data are. */
@RestController
@RequestMapping("/orchestrator/v1/freshness")
public class FreshnessController {
    private final FreshnessBoard board;

    FreshnessController(FreshnessBoard board) {
        this.board = board;
    }

    /** Every table that answers come from. */
    public record Sources(List<SourceFreshness> sources) {}

    @Operation(
            operationId = "getFreshness",
            summary = "Up to which day each source is there, and from which it may move")
    @GetMapping
    public Sources freshness(@Parameter(hidden = true) CallContext call) {
        return new Sources(board.of(call.caller()));
    }
}
