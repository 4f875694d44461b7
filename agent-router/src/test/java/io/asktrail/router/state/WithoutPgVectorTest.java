package io.asktrail.router.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutPgVectorTest {
    @Test
    void aDatabaseWithoutTheExtensionIsNotUsedForVectors() {
        try (var database = new RouterDatabase(TestDatabase.settings("without_pgvector"))) {
            assertThat(PgVectorIndex.open(database.jdbc())).isEmpty();
        }
    }
}
