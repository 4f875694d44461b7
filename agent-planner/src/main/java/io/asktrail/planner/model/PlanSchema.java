package io.asktrail.planner.model;

import static io.asktrail.model.StrictForm.any;
import static io.asktrail.model.StrictForm.array;
import static io.asktrail.model.StrictForm.flag;
import static io.asktrail.model.StrictForm.object;
import static io.asktrail.model.StrictForm.oneOf;
import static io.asktrail.model.StrictForm.property;
import static io.asktrail.model.StrictForm.text;
import static io.asktrail.model.StrictForm.textOrNull;

import io.asktrail.model.StrictForm;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a reply, by the rules of strict mode: every property is required, none may be added, and what may be absent
 * may be null. Names are the registry's own, as far as the caller may see them.
 *
 * @param tools capabilities that give data
 * @param formulas metrics that are worked out
 */
public record PlanSchema(
        Collection<String> tools,
        Collection<String> metrics,
        Collection<String> formulas,
        Collection<String> dimensions) {
    public String json() {
        var plan = object();
        property(plan, "steps", array(any(read(), work(), compare())));
        property(plan, "table", text());
        return StrictForm.json(plan);
    }

    private ObjectNode read() {
        var read = step("read");
        property(read, "tool", oneOf(tools));
        property(read, "metrics", array(oneOf(metrics)));
        property(read, "group_by", array(oneOf(dimensions)));
        property(read, "period", oneOf(List.of("asked", "compared")));
        property(read, "only", textOrNull());
        return read;
    }

    private ObjectNode work() {
        var work = step("work");
        property(work, "left", text());
        property(work, "right", textOrNull());
        property(work, "work_out", array(formulas.isEmpty() ? text() : oneOf(formulas)));
        property(work, "select", array(oneOf(metrics)));
        property(work, "conditions", flag());
        property(work, "calculations", flag());
        property(work, "order", oneOf(List.of("none", "sorted", "first")));
        property(work, "fill", flag());
        property(work, "within", textOrNull());
        return work;
    }

    private ObjectNode compare() {
        var compare = step("compare");
        property(compare, "current", text());
        property(compare, "previous", text());
        property(compare, "metrics", array(oneOf(metrics)));
        property(compare, "order", oneOf(List.of("none", "sorted", "first")));
        return compare;
    }

    private static ObjectNode step(String kind) {
        var step = object();
        property(step, "kind", oneOf(List.of(kind)));
        property(step, "id", text());
        return step;
    }
}
