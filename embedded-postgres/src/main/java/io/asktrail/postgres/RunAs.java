package io.asktrail.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs, since it refuses to run as root.
 *
 * @param prefix the words that stand before a command
 * @param owner the user id that must own the data, as this process sees it
 * @param group the group id of the data
 */
record RunAs(List<String> prefix, int owner, int group) {
    private static final UnixSystem SELF = new UnixSystem();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    RunAs {
        prefix = List.copyOf(prefix);
    }

    static boolean isRoot() {
        return SELF.getUid() == 0;
    }

    static RunAs self() {
        return new RunAs(List.of(), (int) SELF.getUid(), (int) SELF.getGid());
    }

    /** Root drops its rights for good: a plain user in a process that cannot come back. */
    static List<RunAs> asUser(int user, int group) {
        return List.of(
                new RunAs(
                        List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"), user, group),
                new RunAs(List.of("runuser", "-u", nameOf(user), "--"), user, group));
    }

    /**
     * Root in a namespace of its own, where it has another user id and no rights beyond those of the files' owner. It
     * reaches folders below a closed one, such as /root, which no other user can.
     */
    static RunAs inNamespace(int shownAs) {
        return new RunAs(List.of("unshare", "--user", "--map-user=" + shownAs, "--map-group=" + shownAs, "--"), 0, 0);
    }

    List<String> command(Path program, String... arguments) {
        var words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return words;
    }

    /** Whether this way of running exists here, is not root, and reaches both the data's folder and the programs. */
    boolean canUse(Path home, Binaries binaries) throws IOException {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of("/bin/sh", "-c", "test \"$(id -u)\" != 0 && cd \"$1\" && test -x \"$2\""));
        words.addAll(List.of("probe", home.toString(), binaries.server().toString()));
        return works(words);
    }

    /** Hands a fresh, empty folder to the user that the server runs as. */
    void give(Path folder) throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        var names = folder.getFileSystem().getUserPrincipalLookupService();
        view.setGroup(names.lookupPrincipalByGroupName(Integer.toString(group)));
        view.setOwner(names.lookupPrincipalByName(Integer.toString(owner)));
    }

    static int idOf(String flag, String user) throws IOException {
        try {
            var said = Command.run(List.of("id", flag, user), PATIENCE);
            return said.worked() ? Integer.parseInt(said.output().strip()) : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String nameOf(int user) {
        try {
            var said = Command.run(List.of("id", "-nu", Integer.toString(user)), PATIENCE);
            return said.worked() ? said.output().strip() : "nobody";
        } catch (IOException _) {
            return "nobody";
        }
    }

    private static boolean works(List<String> words) {
        try {
            return Command.run(words, PATIENCE).worked();
        } catch (IOException _) {
            return false; // the program that changes the user is not installed
        }
    }
}
