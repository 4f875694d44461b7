package io.asktrail.local.data;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import io.asktrail.local.home.Status;
import io.asktrail.postgres.Credentials;
import io.asktrail.postgres.DatabaseProvision;
import io.asktrail.postgres.EmbeddedPostgres;
import io.asktrail.postgres.PostgresServer;
import io.asktrail.postgres.ServiceLogins;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server of a home with its databases and roles. Where the workspace is the demo, this is in them, and its
 * Amazon runs beside them.
 */
public final class Databases implements AutoCloseable {
    private final Home home;
    private final PostgresServer server;
    private final ServiceLogins logins;
    private final Workspace workspace;
    private volatile @Nullable DemoAmazon amazon;
    private volatile Optional<AmazonLogin> login = Optional.empty();

    private Databases(Home home, PostgresServer server, ServiceLogins logins, Workspace workspace) {
        this.home = home;
        this.server = server;
        this.logins = logins;
        this.workspace = workspace;
    }

    /** Starts the server, or joins the one that runs, and makes what is missing. */
    public static Databases open(Home home, Workspace workspace) {
        var server = EmbeddedPostgres.at(home.postgres()).start();
        var logins = DatabaseProvision.withSecretsIn(home.secrets())
                .andWarehouse(Workspace.ORDERS.warehouse())
                .andAdsStore(Workspace.ORDERS.ads())
                .applyTo(server);
        return new Databases(home, server, logins, workspace);
    }

    /**
     * Makes the demo, or brings it up to yesterday; in another workspace, the tables that a load may not have made yet.
     *
     * <p>The demo's ad reports of the days that Amazon still gives are left to the sync, unless the environment holds a
     * login of the person's own: then the demo has no Amazon, and all are written here.
     *
     * @throws LocalFailure if a login of the person's own is given in part
     */
    public Databases withDemo(Map<String, String> environment, Status status) {
        var own = AmazonLogin.from(environment, workspace);
        if (workspace == Workspace.DEMO) {
            makeDemo(environment, status);
        }
        // A seller may have loaded orders and no ads, or the other way round: the tables are there all the same.
        AdsStore.prepared(() -> connect(workspace.ads(), logins.loader()));
        @Nullable DemoAmazon sandbox = amazon;
        login = sandbox == null ? own : Optional.of(sandbox.login());
        return this;
    }

    private void makeDemo(Map<String, String> environment, Status status) {
        var wanted = DemoSettings.from(environment, Clock.systemUTC());
        var loader = logins.loader();
        var data = DemoData.into(() -> connect("warehouse", loader), () -> connect("ads", loader))
                .reportingTo((done, all) ->
                        status.progress("Making demo data: %d %%".formatted(10L * done / Math.max(1, all) * 10)));
        if (AmazonLogin.isGiven(environment)) {
            data.extend(wanted);
            return;
        }
        var held = data.leavingRecentReportsToTheSync().extend(wanted);
        amazon = DemoAmazon.start(home, environment, new DemoSettings(wanted.seed(), wanted.scale(), held.until()));
    }

    /** From whom the sync of ad reports fetches, and as whom it writes; nothing where there is nobody to ask. */
    public Map<String, String> syncProperties() {
        var properties = new HashMap<String, String>();
        login.ifPresent(given -> {
            properties.putAll(given.properties());
            properties.putAll(login(workspace.ads(), logins.adsSync()).properties("asktrail.ads.sync.store"));
        });
        return properties;
    }

    private java.sql.Connection connect(String database, Credentials login) throws java.sql.SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), login.user(), login.password());
    }

    public Login state() {
        return login("asktrail", logins.state());
    }

    /** Where the router keeps approved questions. */
    public Login router() {
        return login("router", logins.router());
    }

    public Login warehouse() {
        return login(workspace.warehouse(), logins.sales());
    }

    public Login ads() {
        return login(workspace.ads(), logins.ads());
    }

    /** Of the role that may write the workspace's warehouse. */
    public Login warehouseLoader() {
        return login(workspace.warehouse(), logins.loader());
    }

    /** Of the role that may write the workspace's store of ad reports. */
    public Login adsLoader() {
        return login(workspace.ads(), logins.loader());
    }

    private Login login(String database, Credentials credentials) {
        return new Login(server.jdbcUrl(database), credentials);
    }

    /** A database and how to get in. */
    public record Login(String url, Credentials credentials) {
        /** As properties under a prefix, e.g. {@code asktrail.state}. */
        public Map<String, String> properties(String prefix) {
            return Map.of(
                    prefix + ".url", url,
                    prefix + ".username", credentials.user(),
                    prefix + ".password", credentials.password());
        }

        /**
         * As properties that may be written into a file of settings: of the password it says where it is kept.
         *
         * @param secrets the folder with a file for each role
         */
        public Map<String, String> reference(String prefix, Path secrets) {
            return Map.of(
                    prefix + ".url",
                    url,
                    prefix + ".username",
                    credentials.user(),
                    prefix + ".password",
                    "file:" + secrets.resolve(credentials.user() + ".password").toAbsolutePath());
        }
    }

    @Override
    public void close() {
        @Nullable DemoAmazon sandbox = amazon;
        if (sandbox != null) {
            sandbox.close();
        }
        server.close();
    }
}
