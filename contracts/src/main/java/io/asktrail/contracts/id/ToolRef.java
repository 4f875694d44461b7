package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A capability of a tool, written {@code tool.capability}, e.g. {@code amazon_ads_api.get_campaign_metrics}. */
public record ToolRef(ToolId tool, String capability) implements Comparable<ToolRef> {
    public ToolRef {
        Ids.requireName("capability", capability);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ToolRef parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("'%s' names no capability: write tool.capability".formatted(text));
        }
        return new ToolRef(new ToolId(text.substring(0, dot)), text.substring(dot + 1));
    }

    @Override
    public int compareTo(ToolRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    @JsonValue
    public String toString() {
        return tool.value() + "." + capability;
    }
}
