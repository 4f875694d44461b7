package io.asktrail.registry.loading;

import io.asktrail.registry.Registry;
import io.asktrail.registry.file.FileKind;
import io.asktrail.registry.file.FileSchemas;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.RegistryFile;
import io.asktrail.registry.file.YamlDocument;
import io.asktrail.registry.file.YamlReader;
import io.asktrail.registry.lint.RegistryLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a registry whole: every file, every check, all faults at once. */
public final class RegistryLoader {
    private static final FileSchemas SCHEMAS = new FileSchemas();

    private final List<Finding> findings = new ArrayList<>();
    private final Drafting drafting = new Drafting(findings::add);

    private RegistryLoader() {}

    /** @throws RegistryRejected with every fault, if there is one */
    public static Registry load(RegistryLocation location) {
        return new RegistryLoader().load(location.files());
    }

    private Registry load(List<RegistryFile> files) {
        files.forEach(file -> document(file).ifPresent(this::define));
        if (files.stream().noneMatch(file -> file.path().equals("calendar.yaml"))) {
            findings.add(new Finding("calendar.yaml", 1, "this file is missing"));
        }
        var draft = drafting.finish(RegistryVersion.of(files));
        findings.addAll(RegistryLint.check(draft));
        if (!findings.isEmpty()) {
            throw new RegistryRejected(findings);
        }
        return draft.registry();
    }

    private Optional<YamlDocument> document(RegistryFile file) {
        var kind = FileKind.of(file.path());
        if (kind.isEmpty()) {
            findings.add(new Finding(
                    file.path(),
                    1,
                    "no definition is kept here: calendar.yaml, or a .yaml file in tools, metrics, dimensions, schemas or"
                            + " policies"));
        }
        return kind.flatMap(known -> YamlReader.read(file, known, findings::add));
    }

    private void define(YamlDocument document) {
        drafting.name(document);
        var faults = SCHEMAS.check(document);
        findings.addAll(faults);
        if (faults.isEmpty()) {
            drafting.add(document);
        }
    }
}
