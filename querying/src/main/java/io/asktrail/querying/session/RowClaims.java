package io.asktrail.querying.session;

import io.asktrail.querying.engine.PostgreSql;
import io.asktrail.registry.policy.Access;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whose rows a transaction reads, said to the database apart from the statement: its row policies hold even where the
 * predicates of a statement are wrong.
 */
public sealed interface RowClaims {
    /** The setting that the policies read. */
    String SETTING = PostgreSql.CLAIMS;

    /** Tables that are nobody's in particular, such as what was loaded when. */
    RowClaims NOTHING = new OfRegions(Set.of());

    /** The setting's text. What the policies cannot make out opens nothing. */
    String text();

    /** Every row, those without a region too. */
    record Everything() implements RowClaims {
        @Override
        public String text() {
            return "*";
        }
    }

    /** Rows without a region, to learn that there are some. */
    record Unplaced() implements RowClaims {
        @Override
        public String text() {
            return "unplaced";
        }
    }

    /** @param regions a region may be called anything: as JSON none of them reads as the words above */
    record OfRegions(Set<String> regions) implements RowClaims {
        public OfRegions {
            regions = Set.copyOf(regions);
        }

        @Override
        public String text() {
            return JsonMapper.shared().writeValueAsString(new TreeSet<>(regions));
        }
    }

    static RowClaims of(Access access) {
        return access.allRegions() ? new Everything() : new OfRegions(access.regions());
    }
}
