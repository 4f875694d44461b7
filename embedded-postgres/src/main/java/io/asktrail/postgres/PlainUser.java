package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Chooses as whom the server of a folder runs. Once there is data, its owner has decided that. */
final class PlainUser {
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    private PlainUser() {}

    static RunAs forServer(Path home, Path data, Binaries binaries) throws IOException {
        if (!RunAs.isRoot()) {
            return selfAsOwnerOf(data);
        }
        for (var candidate : Files.exists(data) ? ownerOf(data) : anyUser()) {
            if (candidate.canUse(home, binaries)) {
                return candidate;
            }
        }
        throw new EmbeddedPostgresException(
                Reason.NO_PLAIN_USER,
                "PostgreSQL does not run as root and no plain user can reach %s; start as a plain user, or choose a folder below one that everybody may enter."
                        .formatted(home));
    }

    private static RunAs selfAsOwnerOf(Path data) throws IOException {
        var self = RunAs.self();
        if (Files.exists(data) && (int) Files.getAttribute(data, "unix:uid") != self.owner()) {
            throw new EmbeddedPostgresException(
                    Reason.FOLDER_OF_ANOTHER_USER,
                    "The database in %s belongs to the user %s; start as that user or choose another folder."
                            .formatted(data, Files.getOwner(data).getName()));
        }
        return self;
    }

    private static List<RunAs> ownerOf(Path data) throws IOException {
        var user = (int) Files.getAttribute(data, "unix:uid");
        return user == 0 ? List.of(namespace()) : RunAs.asUser(user, (int) Files.getAttribute(data, "unix:gid"));
    }

    private static List<RunAs> anyUser() throws IOException {
        var found = new ArrayList<RunAs>();
        for (var name : CANDIDATES) {
            var user = RunAs.idOf("-u", name);
            if (user > 0) {
                found.addAll(RunAs.asUser(user, RunAs.idOf("-g", name)));
            }
        }
        found.add(namespace());
        return found;
    }

    private static RunAs namespace() throws IOException {
        // It must be a user with a name: initdb looks it up.
        return RunAs.inNamespace(Math.max(RunAs.idOf("-u", "nobody"), 1));
    }
}
