package io.asktrail.postgres;

import java.nio.file.Path;

/** The programs of one unpacked PostgreSQL. */
record Binaries(Path folder) {
    Path initdb() {
        return program("initdb");
    }

    Path control() {
        return program("pg_ctl");
    }

    Path server() {
        return program("postgres");
    }

    private Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }
}
