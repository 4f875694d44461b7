package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Makes the data folder at the first start, and refuses one that is not ours to open at later starts. */
final class DataFolder {
    private static final String STAGING = "initialising-";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LEAST_SPACE = 200L << 20;

    private final Home home;
    private final Binaries binaries;
    private final RunAs plainUser;

    DataFolder(Home home, Binaries binaries, RunAs plainUser) {
        this.home = home;
        this.binaries = binaries;
        this.plainUser = plainUser;
    }

    void makeOrCheck() throws IOException {
        if (isEmptyOrAbsent()) {
            Folders.deleteChildren(home.folder(), STAGING);
            refuseIfNoSpace();
            make();
        } else {
            check();
        }
    }

    private boolean isEmptyOrAbsent() throws IOException {
        if (!Files.exists(home.data())) {
            return true;
        }
        try (var children = Files.list(home.data())) {
            return children.findAny().isEmpty();
        }
    }

    private void check() throws IOException {
        var file = home.data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new EmbeddedPostgresException(
                    Reason.NOT_A_DATA_FOLDER,
                    "The folder %s holds something else than a database; move it away or choose another folder."
                            .formatted(home.data()));
        }
        var version = Files.readString(file).strip();
        if (!version.equals(Integer.toString(BinaryCache.majorVersion()))) {
            throw new EmbeddedPostgresException(
                    Reason.OTHER_DATA_VERSION,
                    "The data in %s is of PostgreSQL %s and this is PostgreSQL %d; dump it with the other version, or choose another folder."
                            .formatted(home.data(), version, BinaryCache.majorVersion()));
        }
    }

    private void refuseIfNoSpace() throws IOException {
        var free = Files.getFileStore(home.folder()).getUsableSpace();
        if (free < LEAST_SPACE) {
            throw new EmbeddedPostgresException(
                    Reason.NO_DISK_SPACE,
                    "A new database needs %d MB of disk space and %s has %d MB left; free some and start again."
                            .formatted(LEAST_SPACE >> 20, home.folder(), free >> 20));
        }
    }

    /** A rename ends it: whoever is killed before leaves a folder that the next start throws away. */
    private void make() throws IOException {
        var staging = Folders.makeStaging(home.folder(), STAGING);
        try {
            var data = fill(staging);
            Files.move(data, home.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(staging);
        }
    }

    private Path fill(Path staging) throws IOException {
        var data = staging.resolve("data");
        var password = Files.writeString(staging.resolve("password"), Secret.random() + "\n");
        plainUser.give(password);
        plainUser.give(staging);
        initialise(data, password);
        Files.writeString(data.resolve("pg_hba.conf"), Settings.HOST_RULES);
        Secret.write(home.superuserPassword(), Files.readString(password).strip());
        return data;
    }

    /** The locale is PostgreSQL's own, so an index stays right when the operating system is upgraded. */
    private void initialise(Path data, Path password) throws IOException {
        var done = Command.run(
                plainUser.command(
                        binaries.initdb(),
                        "--pgdata=" + data,
                        "--username=" + Home.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                PATIENCE);
        if (!done.worked()) {
            throw Faults.fromOutput("The database could not be made", home.folder(), done.output());
        }
    }
}
