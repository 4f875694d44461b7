package io.asktrail.querying;

class PostgresEngineTest extends EngineContract {
    PostgresEngineTest() {
        super(SampleTables.connections());
    }

    @Override
    String forMinutes() {
        return "(select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b)";
    }

    @Override
    int stillAtIt() {
        return Integer.parseInt(SampleTables.byHand("select count(*) from pg_stat_activity where state = 'active'"
                        + " and application_name = 'asktrail' and query like '%generate_series(1, 1000000) b)%'")
                .getFirst()
                .getFirst());
    }
}
