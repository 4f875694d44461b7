package io.asktrail.contracts.file;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Export;

/**
 * A file to be written.
 *
 * @param byteOrderMark whether a CSV begins with one, by which some programs know UTF-8; other formats have none
 * @param name what the file's name is made of: the question, or what else it is about
 */
public record FileOrder(Export.Format format, boolean byteOrderMark, String name, Content content, FileCover cover) {
    /** Where the rows come from. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Given.class, name = "table"),
        @JsonSubTypes.Type(value = Streamed.class, name = "source")
    })
    public sealed interface Content {}

    /**
     * Rows that are at hand, as their reader may have them.
     *
     * @param truncated whether there were more of them
     */
    public record Given(Table table, boolean truncated) implements Content {}

    /** Rows that the source is asked for now, with the rights of the one whose file it becomes. */
    public record Streamed(RowsRequest request) implements Content {}
}
