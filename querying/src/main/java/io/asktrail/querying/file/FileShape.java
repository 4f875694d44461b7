package io.asktrail.querying.file;

import java.util.List;

/**
 * What the files of a table hold, held against what the schema registry lists.
 *
 * @param listed the columns that the registry lists and the files have
 * @param others names and types of the columns that the registry does not list
 */
record FileShape(List<Listed> listed, List<Other> others) {
    FileShape {
        listed = List.copyOf(listed);
        others = List.copyOf(others);
    }

    /** @param misfits how many values cannot be read as what the registry says */
    record Listed(FileColumn column, long misfits) {}

    /** @param type DuckDB's own; of a CSV file what its values look like */
    record Other(String name, String type) {}

    /** The columns that can be read, every value of them. */
    List<FileColumn> sound() {
        return listed.stream()
                .filter(column -> column.misfits == 0)
                .map(Listed::column)
                .toList();
    }
}
