package io.asktrail.live;

/** A table by its schema and name, exactly as the database writes them. */
public record LiveName(String schema, String table) implements Comparable<LiveName> {
    @Override
    public int compareTo(LiveName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return schema + "." + table;
    }
}
