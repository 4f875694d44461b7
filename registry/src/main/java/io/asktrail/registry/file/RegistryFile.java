package io.asktrail.registry.file;

/**
 * One file as it was read.
 *
 * @param path inside the registry's folder, with {@code /} between folders
 * @param text with {@code \n} at line ends, however it was written
 */
public record RegistryFile(String path, String text) implements Comparable<RegistryFile> {
    public RegistryFile {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether a file of this name belongs to a registry; what editors leave behind and notes beside it do not. */
    public static boolean counts(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    @Override
    public int compareTo(RegistryFile other) {
        return path.compareTo(other.path);
    }
}
