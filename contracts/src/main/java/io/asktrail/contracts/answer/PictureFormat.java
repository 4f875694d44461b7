package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a chart is drawn as. */
public enum PictureFormat {
    @JsonProperty("png")
    PNG("image/png"),
    @JsonProperty("svg")
    SVG("image/svg+xml");

    private final String type;

    PictureFormat(String type) {
        this.type = type;
    }

    /** The content type. */
    public String type() {
        return type;
    }
}
