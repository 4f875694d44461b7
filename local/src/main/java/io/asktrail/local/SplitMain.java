package io.asktrail.local;

import io.asktrail.local.data.Databases;
import io.asktrail.local.data.Workspace;
import io.asktrail.local.home.Status;
import io.asktrail.local.split.Suite;

/** Each service as a process of its own; this one keeps the databases, starts the services and takes them down. */
public final class SplitMain {
    private SplitMain() {}

    public static void main(String[] args) {
        Startup.run(System.getenv(), SplitMain::start);
    }

    private static void start(Startup startup) {
        var workspace = Workspace.of(startup.home().workspace());
        Suite.endLeftovers(startup.home());
        startup.status().progress("Starting PostgreSQL");
        var databases = Databases.open(startup.home(), workspace);
        var suite = new Suite(startup.home(), workspace.id(), databases, startup.port(), Ports::free);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(startup, suite, databases), "down"));
        databases.withDemo(startup.environment(), startup.status());
        suite.start(startup.status());
        startup.ready(Status.Form.SPLIT, workspace.id());
        suite.watch();
    }

    private static void end(Startup startup, Suite suite, Databases databases) {
        suite.stop();
        databases.close();
        startup.ended();
    }
}
