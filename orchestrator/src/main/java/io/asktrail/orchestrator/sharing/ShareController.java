package io.asktrail.orchestrator.sharing;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.CallContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links to answers. */
@RestController
@RequestMapping("/orchestrator/v1")
public class ShareController {
    private final Sharing sharing;

    ShareController(Sharing sharing) {
        this.sharing = sharing;
    }

    @Operation(
            operationId = "shareAnswer",
            summary = "Make a link to an answer; it opens for those alone who have the same rights")
    @PostMapping("/answers/{id}/share")
    public ResponseEntity<Sharing.Share> share(
            @Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return secret().body(sharing.share(call.caller(), id));
    }

    @Operation(operationId = "endShare", summary = "End all links to an answer")
    @ApiResponse(responseCode = "204", description = "None opens it any more")
    @DeleteMapping("/answers/{id}/share")
    public ResponseEntity<Void> end(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        sharing.end(call.caller(), id);
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "getShared",
            summary = "The answer that a link leads to; 403 where the rights differ, 410 once its time is over")
    @GetMapping("/shared/{token}")
    public ResponseEntity<Answer> shared(
            @Parameter(hidden = true) CallContext call, @PathVariable("token") String token) {
        return secret().body(sharing.open(call.caller(), token));
    }

    private static ResponseEntity.BodyBuilder secret() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
