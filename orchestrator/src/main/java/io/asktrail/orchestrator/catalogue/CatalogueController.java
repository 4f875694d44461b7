package io.asktrail.orchestrator.catalogue;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.orchestrator.catalogue.CatalogueViews.DimensionView;
import io.asktrail.orchestrator.catalogue.CatalogueViews.MetricView;
import io.asktrail.orchestrator.catalogue.CatalogueViews.SchemaView;
import io.asktrail.orchestrator.catalogue.CatalogueViews.ToolView;
import io.asktrail.registry.CurrentRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for, as far as the caller may see it. */
@RestController
@RequestMapping("/orchestrator/v1")
public class CatalogueController {
    private final CurrentRegistry registries;

    CatalogueController(CurrentRegistry registries) {
        this.registries = registries;
    }

    @Operation(operationId = "listMetrics", summary = "Metrics with their meaning, formula and sources")
    @GetMapping("/metrics")
    public List<MetricView> metrics(@Parameter(hidden = true) CallContext call) {
        var registry = registries.get();
        return CatalogueViews.metrics(registry, registry.accessOf(call.caller()));
    }

    @Operation(operationId = "listDimensions", summary = "Dimensions with their meaning and known values")
    @GetMapping("/dimensions")
    public List<DimensionView> dimensions(@Parameter(hidden = true) CallContext call) {
        var registry = registries.get();
        return CatalogueViews.dimensions(registry, registry.accessOf(call.caller()));
    }

    @Operation(operationId = "listTools", summary = "Tools a plan may call")
    @GetMapping("/tools")
    public List<ToolView> tools(@Parameter(hidden = true) CallContext call) {
        var registry = registries.get();
        return CatalogueViews.tools(registry, registry.accessOf(call.caller()));
    }

    @Operation(operationId = "listSchemas", summary = "Tables that answers can come from")
    @GetMapping("/schemas")
    public List<SchemaView> schemas(@Parameter(hidden = true) CallContext call) {
        return CatalogueViews.schemas(registries.get());
    }
}
