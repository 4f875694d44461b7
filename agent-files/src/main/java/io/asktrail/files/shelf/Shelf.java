package io.asktrail.files.shelf;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder that only this program's user may enter. Of each file there are two: what it holds, and what is known of it.
 * To anybody but its owner a file does not exist.
 */
public final class Shelf {
    private static final Pattern ID = Pattern.compile("[a-z0-9]{26}");
    private static final String HELD = ".data";
    private static final String KNOWN = ".json";
    private static final String UNDER_WAY = ".part";
    /** For how long it is remembered that a file was there. */
    private static final Duration REMEMBERED = Duration.ofDays(30);
    /** Nothing is written for longer than a caller waits; older than this is what a process left that has ended. */
    private static final Duration LONGEST_UNDER_WAY = Duration.ofHours(2);

    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final JsonMapper json;
    private final Clock clock;

    private Shelf(Path folder, JsonMapper json, Clock clock) {
        this.folder = folder;
        this.json = json;
        this.clock = clock;
    }

    /** Opens the folder, and makes and closes it to others where that is still to be done. */
    public static Shelf open(Path folder, JsonMapper json, Clock clock) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, OWNER_ALONE);
            }
        } catch (IOException e) {
            throw new SuiteException(
                    ErrorCode.BROKEN_INVARIANT,
                    "The folder of exported files, %s, cannot be used: see asktrail.files.folder.".formatted(folder),
                    e);
        }
        return new Shelf(folder, json, clock);
    }

    /** Where a new file is written to; it is there for its owner once it is {@link #put}. */
    public Path begin(String id) {
        return folder.resolve(id + UNDER_WAY);
    }

    public long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Gives a written file to its owner. */
    public void put(Caller owner, ExportedFile file) throws IOException {
        closed(begin(file.id()));
        move(begin(file.id()), held(file.id()));
        know(new About(owner.sub(), file, false));
    }

    /** Throws away what was not finished. */
    public void drop(String id) throws IOException {
        Files.deleteIfExists(begin(id));
    }

    /** @throws SuiteException if the caller has no such file, or had it until its time was over */
    public ExportedFile find(Caller caller, String id) {
        var about = own(caller, id)
                .filter(known -> !known.gone())
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "You have no file with this id: GET /v1/exports lists those you have."));
        if (isExpired(about) || !Files.exists(held(id))) {
            throw expired();
        }
        return about.file();
    }

    /** The bytes of a file; whoever asks closes the stream. */
    public InputStream content(Caller caller, String id) {
        find(caller, id);
        try {
            return Files.newInputStream(held(id));
        } catch (IOException _) {
            // It was deleted between the two looks.
            throw expired();
        }
    }

    private static SuiteException expired() {
        return new SuiteException(
                ErrorCode.EXPIRED, "This file was deleted, as its time was over: ask for it again to have it anew.");
    }

    /** The caller's files, the newest first. */
    public List<ExportedFile> list(Caller caller) {
        try (var all = known()) {
            return all.flatMap(path -> read(path).stream())
                    .filter(about -> about.owner().equals(caller.sub()) && !about.gone() && !isExpired(about))
                    .map(About::file)
                    .sorted(Comparator.comparing(ExportedFile::createdAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public void delete(Caller caller, String id) {
        var file = find(caller, id);
        try {
            know(new About(caller.sub(), file, true));
            Files.deleteIfExists(held(id));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Deletes what is past its time; says how many files that were. */
    public int sweep() throws IOException {
        var deleted = 0;
        List<Path> paths;
        try (var all = known()) {
            paths = all.toList();
        }
        for (var path : paths) {
            var about = read(path);
            if (about.isPresent() && isExpired(about.get())) {
                deleted += Files.deleteIfExists(held(about.get().file().id())) ? 1 : 0;
                if (about.get().file().expiresAt().plus(REMEMBERED).isBefore(clock.instant())) {
                    Files.deleteIfExists(path);
                }
            }
        }
        clearLeftovers();
        return deleted;
    }

    private void clearLeftovers() throws IOException {
        var before = clock.instant().minus(LONGEST_UNDER_WAY);
        List<Path> left;
        try (var all = Files.list(folder)) {
            left = all.filter(path -> path.getFileName().toString().endsWith(UNDER_WAY))
                    .toList();
        }
        for (var path : left) {
            if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private boolean isExpired(About about) {
        return !clock.instant().isBefore(about.file().expiresAt());
    }

    private Optional<About> own(Caller caller, String id) {
        // What is no id of ours could lead out of the folder.
        return ID.matcher(id).matches()
                ? read(folder.resolve(id + KNOWN)).filter(about -> about.owner().equals(caller.sub()))
                : Optional.empty();
    }

    private Path held(String id) {
        return folder.resolve(id + HELD);
    }

    private Stream<Path> known() throws IOException {
        return Files.list(folder).filter(path -> path.getFileName().toString().endsWith(KNOWN));
    }

    private Optional<About> read(Path path) {
        try {
            return Files.exists(path)
                    ? Optional.of(json.readValue(Files.readAllBytes(path), About.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            throw unreadable(e);
        }
    }

    private void know(About about) throws IOException {
        var next = folder.resolve(about.file().id() + KNOWN + UNDER_WAY);
        Files.write(next, json.writeValueAsBytes(about));
        closed(next);
        move(next, folder.resolve(about.file().id() + KNOWN));
    }

    private static void closed(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, FOR_OWNER);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static SuiteException unreadable(Exception cause) {
        return new SuiteException(ErrorCode.BROKEN_INVARIANT, "The exported files cannot be read just now.", cause);
    }
}
