package io.asktrail.router.state;

import com.pgvector.PGvector;
import io.asktrail.router.neighbour.NeighbourIndex;
import io.asktrail.router.neighbour.VectorKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Vectors in PostgreSQL with the extension pgvector. It measures the distance to each key it is told, so it finds what
 * {@link io.asktrail.router.neighbour.ExactIndex} finds; routers share the vectors, and a restart makes none again.
 */
public final class PgVectorIndex implements NeighbourIndex {
    private static final Logger log = LoggerFactory.getLogger(PgVectorIndex.class);

    private final JdbcClient jdbc;

    private PgVectorIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens it, and makes its table; empty where the database has no pgvector, or will not let us use it. */
    public static Optional<PgVectorIndex> open(JdbcClient jdbc) {
        var available = jdbc.sql("select count(*) from pg_available_extensions where name = 'vector'")
                .query(Long.class)
                .single();
        if (available == 0) {
            log.atInfo().log("no pgvector in the database: neighbours are looked for in memory");
            return Optional.empty();
        }
        try {
            jdbc.sql("create extension if not exists vector").update();
            // Of any length: each embedding has its own, and what is compared is of one embedding.
            jdbc.sql("""
                    create table if not exists question_vectors (
                        key       text   primary key,
                        embedding vector not null)""").update();
            return Optional.of(new PgVectorIndex(jdbc));
        } catch (DataAccessException refused) {
            log.atWarn()
                    .addKeyValue("failure", refused.getMostSpecificCause().getMessage())
                    .log("pgvector may not be used: neighbours are looked for in memory");
            return Optional.empty();
        }
    }

    @Override
    public Set<VectorKey> missing(Set<VectorKey> keys) {
        var missing = new HashSet<>(keys);
        jdbc.sql("select key from question_vectors where key = any(?)")
                .param(texts(keys))
                .query(String.class)
                .list()
                .forEach(key -> missing.remove(new VectorKey(key)));
        return Set.copyOf(missing);
    }

    @Override
    public void put(Map<VectorKey, float[]> vectors) {
        vectors.forEach((key, vector) -> jdbc.sql(
                        "insert into question_vectors (key, embedding) values (?, ?) on conflict (key) do nothing")
                .params(key.value(), new PGvector(vector))
                .update());
    }

    @Override
    public List<Neighbour> nearest(float[] to, int count, Set<VectorKey> among) {
        var vector = new PGvector(to);
        return jdbc.sql("""
                    select key, 1 - (embedding <=> ?) as similarity from question_vectors where key = any(?)
                    order by embedding <=> ?, key limit ?""")
                .params(vector, texts(among), vector, count)
                .query((row, _) -> new Neighbour(new VectorKey(row.getString("key")), row.getDouble("similarity")))
                .list();
    }

    private static String[] texts(Set<VectorKey> keys) {
        return keys.stream().map(VectorKey::value).toArray(String[]::new);
    }
}
