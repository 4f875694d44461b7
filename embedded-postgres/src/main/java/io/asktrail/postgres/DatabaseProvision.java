package io.asktrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The databases of the suite and the roles of its services, each with the least it needs. May be applied at every start.
 *
 * <p>A reader's sessions begin read-only, and it is granted nothing that writes: the first stops accidents, the second
 * stops the rest.
 */
public final class DatabaseProvision {
    public static final String STATE_DATABASE = "asktrail";
    public static final String ROUTER_DATABASE = "router";
    public static final String WAREHOUSE_DATABASE = "warehouse";
    public static final String ADS_DATABASE = "ads";

    private final Path secrets;
    private final SequencedSet<Store> stores;

    /** A database, who owns it, and who may read what the owner puts there. */
    private record Store(String database, ServiceRole owner, Optional<ServiceRole> reader) {}

    private DatabaseProvision(Path secrets, SequencedSet<Store> stores) {
        this.secrets = secrets;
        this.stores = stores;
    }

    /**
     * The databases that are always there.
     *
     * @param secrets the folder for the roles' passwords, one file each, made when it is missing
     */
    public static DatabaseProvision withSecretsIn(Path secrets) {
        var stores = new LinkedHashSet<Store>();
        stores.add(new Store(STATE_DATABASE, ServiceRole.STATE, Optional.empty()));
        stores.add(new Store(ROUTER_DATABASE, ServiceRole.ROUTER, Optional.empty()));
        stores.add(new Store(WAREHOUSE_DATABASE, ServiceRole.LOADER, Optional.of(ServiceRole.SALES)));
        stores.add(new Store(ADS_DATABASE, ServiceRole.LOADER, Optional.of(ServiceRole.ADS)));
        return new DatabaseProvision(secrets, stores);
    }

    /** One warehouse more, with the rights of the first, such as {@code warehouse_orders}. */
    public DatabaseProvision andWarehouse(String database) {
        var more = new LinkedHashSet<>(stores);
        more.add(new Store(database, ServiceRole.LOADER, Optional.of(ServiceRole.SALES)));
        return new DatabaseProvision(secrets, more);
    }

    /** One store of ad reports more, with the rights of the first, such as {@code ads_orders}. */
    public DatabaseProvision andAdsStore(String database) {
        var more = new LinkedHashSet<>(stores);
        more.add(new Store(database, ServiceRole.LOADER, Optional.of(ServiceRole.ADS)));
        return new DatabaseProvision(secrets, more);
    }

    /** Makes what is missing, leaves what is there, and says how to log in. */
    public ServiceLogins applyTo(PostgresServer server) {
        var logins = logins();
        server.administer("postgres", admin -> {
            for (var system : new String[] {"postgres", "template1"}) {
                admin.run("REVOKE ALL ON DATABASE %I FROM PUBLIC", system);
            }
            for (var role : ServiceRole.values()) {
                admin.ensureRole(logins.of(role));
            }
            for (var reader : new ServiceRole[] {ServiceRole.SALES, ServiceRole.ADS}) {
                admin.run("ALTER ROLE %I SET default_transaction_read_only = on", reader.roleName());
            }
            for (var store : stores) {
                admin.ensureDatabase(store.database(), store.owner().roleName());
            }
        });
        stores.forEach(store -> store.reader().ifPresent(reader -> letRead(server, store, reader)));
        letSync(server);
        return logins;
    }

    /** What it may write there is granted with the tables, by whoever makes them. */
    private void letSync(PostgresServer server) {
        server.administer("postgres", admin -> {
            for (var store : stores) {
                if (store.reader().equals(Optional.of(ServiceRole.ADS))) {
                    admin.run("GRANT CONNECT ON DATABASE %I TO %I", store.database(), ServiceRole.ADS_SYNC.roleName());
                }
            }
        });
    }

    private static void letRead(PostgresServer server, Store store, ServiceRole reader) {
        server.administer(store.database(), admin -> letRead(admin, store, reader));
    }

    /** What is there and what the owner makes later, in any schema. */
    private static void letRead(Administration admin, Store store, ServiceRole reader) throws SQLException {
        var owner = store.owner().roleName();
        var name = reader.roleName();
        admin.run("GRANT CONNECT ON DATABASE %I TO %I", store.database(), name);
        admin.run("ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT USAGE ON SCHEMAS TO %I", owner, name);
        admin.run("ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT SELECT ON TABLES TO %I", owner, name);
        admin.run("GRANT USAGE ON SCHEMA public TO %I", name);
        admin.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO %I", name);
    }

    private ServiceLogins logins() {
        try {
            if (!Files.isDirectory(secrets)) {
                Files.createDirectories(secrets);
                Folders.allow(secrets, "rwx------");
            }
            return new ServiceLogins(
                    login(ServiceRole.STATE),
                    login(ServiceRole.ROUTER),
                    login(ServiceRole.LOADER),
                    login(ServiceRole.SALES),
                    login(ServiceRole.ADS),
                    login(ServiceRole.ADS_SYNC));
        } catch (IOException e) {
            throw Faults.inFolder(secrets, e);
        }
    }

    private Credentials login(ServiceRole role) throws IOException {
        var name = role.roleName();
        return new Credentials(name, Secret.readOrMake(secrets.resolve(name + ".password")));
    }
}
