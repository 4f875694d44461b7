package io.asktrail.adsstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;

/** Writes the store. Reading it is the business of the agent, as a role that may do nothing else. */
public final class AdsStore {
    /** Two writers must not make the tables at once. */
    private static final long LOCK = 0x6173_6b74_6164_7300L;

    private final ConnectionSource source;

    private AdsStore(ConnectionSource source) {
        this.source = source;
    }

    /**
     * The store behind these connections; its tables are made where they are missing.
     *
     * @throws AdsStoreException if the database is away or the role may not make tables there
     */
    public static AdsStore prepared(ConnectionSource source) {
        var store = new AdsStore(source);
        store.inTransaction("prepared", AdsStore::prepare);
        return store;
    }

    /** Makes what is missing on a connection of the caller's, as part of its transaction. */
    public static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute(definition());
        }
    }

    /**
     * Begins to replace the days of a report. Nothing is visible until {@link SliceWriter#commit()}; closing before
     * that leaves the store as it was.
     */
    public SliceWriter replace(ReportSlice slice) {
        return SliceWriter.open(source, slice);
    }

    /** As part of a transaction of the caller's: one report at a time, and the caller commits. */
    public static SliceWriter replace(Connection transaction, ReportSlice slice) {
        return SliceWriter.within(transaction, slice);
    }

    public void save(StoredProfile profile) {
        inTransaction("written", connection -> Reference.save(connection, profile));
    }

    /** As part of a transaction of the caller's. */
    public static void save(Connection connection, StoredProfile profile) throws SQLException {
        Reference.save(connection, profile);
    }

    /** Adds the products that a report by product tells of and nobody has named yet, as part of a transaction of the caller's. */
    public static void nameProducts(Connection connection, ReportSlice slice) throws SQLException {
        Reference.nameProducts(connection, slice);
    }

    /** Adds campaigns or brings them up to date; a state or budget that is not known any more is forgotten. */
    public void save(long profileId, Collection<StoredCampaign> campaigns) {
        inTransaction("written", connection -> Reference.save(connection, profileId, campaigns));
    }

    /** As part of a transaction of the caller's. */
    public static void save(Connection connection, long profileId, Collection<StoredCampaign> campaigns)
            throws SQLException {
        Reference.save(connection, profileId, campaigns);
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inTransaction(String what, Work work) {
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    static AdsStoreException failed(String what, Exception cause) {
        return new AdsStoreException(
                "The store of ad reports could not be %s: %s".formatted(what, cause.getMessage()), cause);
    }

    private static String definition() {
        try (var in = Objects.requireNonNull(AdsStore.class.getResourceAsStream("schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
