package io.asktrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an unpacked folder must hold, written into it last. A folder is used only if every file has the size it had then,
 * so neither a killed JVM nor a lost power supply nor a cleaning job leaves one that half works.
 */
final class Inventory {
    private static final String FILE = "inventory.txt";
    private static final String END = "end";

    private Inventory() {}

    static void write(Path folder) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                lines.add(Files.size(file) + " " + folder.relativize(file));
            }
        }
        lines.add(END);
        Files.write(folder.resolve(FILE), lines);
    }

    static boolean isComplete(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve(FILE));
            return !lines.isEmpty() && lines.getLast().equals(END) && allThere(folder, lines);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean allThere(Path folder, List<String> lines) throws IOException {
        for (var line : lines.subList(0, lines.size() - 1)) {
            var words = line.split(" ", 2);
            if (Files.size(folder.resolve(words[1])) != Long.parseLong(words[0])) {
                return false;
            }
        }
        return true;
    }
}
