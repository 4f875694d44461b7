package io.asktrail.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database; {@code dataSource::getConnection} is one. The caller of it closes them. */
@FunctionalInterface
public interface ConnectionSource {
    Connection open() throws SQLException;
}
