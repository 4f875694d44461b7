package io.asktrail.registry.loading;

import io.asktrail.registry.file.RegistryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A folder on the class path, unpacked or in a jar. A jar is listed through its URL connection, which jars inside jars
 * have too.
 */
record ClassPathLocation(String root) implements RegistryLocation {
    @Override
    public List<RegistryFile> files() {
        return filesAround(calendar());
    }

    static List<RegistryFile> filesAround(URL calendar) {
        try {
            return "jar".equals(calendar.getProtocol())
                    ? filesOfJar(calendar)
                    : folderOf(calendar).files();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the registry that comes with the program", broken);
        }
    }

    @Override
    public String stamp() {
        return root;
    }

    // Every registry has this file, so it shows where the rest is.
    private URL calendar() {
        var found = ClassPathLocation.class.getClassLoader().getResource(root + "/calendar.yaml");
        if (found == null) {
            throw new IllegalStateException("the registry '%s' is not on the class path".formatted(root));
        }
        return found;
    }

    private static RegistryLocation folderOf(URL calendar) {
        return new FolderLocation(Path.of(URI.create(calendar.toString())).resolveSibling(""));
    }

    private static List<RegistryFile> filesOfJar(URL calendar) throws IOException {
        var connection = (JarURLConnection) calendar.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            return read(jar, connection.getEntryName().replace("calendar.yaml", ""));
        }
    }

    private static List<RegistryFile> read(JarFile jar, String prefix) throws IOException {
        var files = new ArrayList<RegistryFile>();
        for (var entry : jar.stream().toList()) {
            var name = entry.getName();
            if (name.startsWith(prefix) && RegistryFile.counts(name)) {
                try (var stream = jar.getInputStream(entry)) {
                    files.add(new RegistryFile(
                            name.substring(prefix.length()),
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return files.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "class path folder " + root;
    }
}
