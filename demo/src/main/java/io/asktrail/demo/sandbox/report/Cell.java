package io.asktrail.demo.sandbox.report;

import tools.jackson.core.JsonGenerator;

/** Writes the value of one column. */
@FunctionalInterface
interface Cell {
    void write(JsonGenerator out, ReportRow row);
}
