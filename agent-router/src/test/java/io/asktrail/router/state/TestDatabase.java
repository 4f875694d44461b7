package io.asktrail.router.state;

import io.asktrail.postgres.TemporaryPostgres;

/** Databases of the router in the server of this test run. */
final class TestDatabase {
    private TestDatabase() {}

    static RouterStateProperties settings(String name) {
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        server.ensureDatabase(name, user.user());
        return new RouterStateProperties(server.jdbcUrl(name), user.user(), user.password(), 8);
    }
}
