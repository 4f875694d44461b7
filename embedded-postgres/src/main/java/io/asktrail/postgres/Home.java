package io.asktrail.postgres;

import java.nio.file.Path;

/** Where things lie in the folder of one database server. */
record Home(Path folder) {
    static final String SUPERUSER = "asktrail_admin";

    Path data() {
        return folder.resolve("data");
    }

    Path superuserPassword() {
        return folder.resolve("superuser.password");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** The port of the last start; kept if it is still free, so that addresses people noted stay right. */
    Path lastPort() {
        return folder.resolve("port");
    }
}
