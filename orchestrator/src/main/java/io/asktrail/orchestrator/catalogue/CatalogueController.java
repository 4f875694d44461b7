package io.asktrail.orchestrator.catalogue;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.catalogue.CatalogueViews.DimensionView;
import io.asktrail.orchestrator.catalogue.CatalogueViews.MetricView;
import io.asktrail.orchestrator.catalogue.CatalogueViews.SchemaView;
import io.asktrail.orchestrator.catalogue.CatalogueViews.ToolView;
import io.asktrail.orchestrator.conditional.Revisit;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for, as far as the caller may see it. */
@RestController
@RequestMapping("/orchestrator/v1")
public class CatalogueController {
    /** Raised when views come to look other than before, so that nobody takes old ones for these. */
    private static final String LOOK = "1";

    private static final int HASH_CHARACTERS = 16;

    private final CurrentRegistry registries;
    private final RightsPrints rights;

    CatalogueController(CurrentRegistry registries, RightsPrints rights) {
        this.registries = registries;
        this.rights = rights;
    }

    // A view is made of the registry and the caller's rights and nothing else: their names are its name, and it need
    // not
    // be made to be compared.
    private <T> ResponseEntity<T> view(CallContext call, @Nullable String known, BiFunction<Registry, Access, T> view) {
        var registry = registries.get();
        var tag = "W/\"%s-%s-%s\""
                .formatted(
                        LOOK,
                        registry.version(),
                        rights.of(call.caller(), registry).substring(0, HASH_CHARACTERS));
        return Revisit.reply(known, tag, () -> view.apply(registry, registry.accessOf(call.caller())));
    }

    @Operation(operationId = "listMetrics", summary = "Metrics with their meaning, formula and sources")
    @GetMapping("/metrics")
    public ResponseEntity<List<MetricView>> metrics(
            @Parameter(hidden = true) CallContext call,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return view(call, known, CatalogueViews::metrics);
    }

    @Operation(operationId = "listDimensions", summary = "Dimensions with their meaning and known values")
    @GetMapping("/dimensions")
    public ResponseEntity<List<DimensionView>> dimensions(
            @Parameter(hidden = true) CallContext call,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return view(call, known, CatalogueViews::dimensions);
    }

    @Operation(operationId = "listTools", summary = "Tools a plan may call")
    @GetMapping("/tools")
    public ResponseEntity<List<ToolView>> tools(
            @Parameter(hidden = true) CallContext call,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return view(call, known, CatalogueViews::tools);
    }

    @Operation(operationId = "listSchemas", summary = "Tables that answers can come from")
    @GetMapping("/schemas")
    public ResponseEntity<List<SchemaView>> schemas(
            @Parameter(hidden = true) CallContext call,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return view(call, known, (registry, _) -> CatalogueViews.schemas(registry));
    }
}
