package io.asktrail.adsstore;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the store's database as a role that may write it. */
@FunctionalInterface
public interface ConnectionSource {
    Connection open() throws SQLException;
}
