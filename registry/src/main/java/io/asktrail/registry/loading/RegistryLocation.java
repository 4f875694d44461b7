package io.asktrail.registry.loading;

import io.asktrail.registry.file.RegistryFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a registry's files are. */
public sealed interface RegistryLocation permits FolderLocation, ClassPathLocation {
    /** An explicit folder if one is named; else the registry that comes with the program for a workspace. */
    static RegistryLocation of(@Nullable String folder, String workspace) {
        return folder == null || folder.isBlank() ? bundled(workspace) : new FolderLocation(Path.of(folder.strip()));
    }

    /** @throws IllegalArgumentException if no registry of that workspace comes with the program */
    static RegistryLocation bundled(String workspace) {
        return switch (workspace) {
            case "demo" -> new ClassPathLocation("registry");
            case "orders" -> new ClassPathLocation("workspaces/orders");
            default ->
                throw new IllegalArgumentException(
                        "There is no workspace '%s': use demo or orders, or name a registry folder."
                                .formatted(workspace));
        };
    }

    /** Every file, in the order of their paths. */
    List<RegistryFile> files();

    /** Equal as long as nothing has changed; cheap enough to ask every second. */
    String stamp();
}
