package io.asktrail.registry.loading;

import io.asktrail.registry.Registry;
import io.asktrail.registry.file.FileKind;
import io.asktrail.registry.file.FileSchemas;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.JsonSchemaFile.Fault;
import io.asktrail.registry.file.RegistryFile;
import io.asktrail.registry.file.YamlDocument;
import io.asktrail.registry.file.YamlReader;
import io.asktrail.registry.lint.RegistryLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads a registry whole: every file, every check, all faults at once. */
public final class RegistryLoader {
    private static final FileSchemas SCHEMAS = new FileSchemas();

    private final List<Finding> findings = new ArrayList<>();
    private final List<YamlDocument> whole = new ArrayList<>();
    private final List<YamlDocument> broken = new ArrayList<>();
    private final List<YamlDocument> salvaged = new ArrayList<>();
    private final List<RegistryFile> unreadable = new ArrayList<>();

    private RegistryLoader() {}

    /** @throws RegistryRejected with every fault, if there is one */
    public static Registry load(RegistryLocation location) {
        return new RegistryLoader().load(location.files());
    }

    private Registry load(List<RegistryFile> files) {
        files.forEach(file -> document(file).ifPresent(this::checkShape));
        if (files.stream().noneMatch(file -> file.path().equals(FileKind.CALENDAR_FILE))) {
            findings.add(new Finding(FileKind.CALENDAR_FILE, 1, "this file is missing"));
        }
        var drafting = new Drafting(findings::add);
        whole.forEach(drafting::add);
        nameBroken(drafting);
        var draft = drafting.finish(RegistryVersion.of(files));
        findings.addAll(RegistryLint.check(draft));
        checkSalvaged();
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
                    "no definition is kept here: calendar.yaml, or a .yaml file in tools, templates, metrics, dimensions,"
                            + " schemas, policies, verified or rates"));
        }
        var document = kind.flatMap(known -> YamlReader.read(file, known, findings::add));
        if (document.isEmpty()) {
            unreadable.add(file);
        }
        return document;
    }

    private void nameBroken(Drafting drafting) {
        broken.forEach(drafting::name);
        unreadable.forEach(drafting::name);
    }

    private void checkShape(YamlDocument document) {
        var faults = SCHEMAS.faults(document.kind(), document.tree());
        if (faults.isEmpty()) {
            whole.add(document);
            return;
        }
        broken.add(document);
        faults.stream().map(fault -> found(document, fault)).distinct().forEach(findings::add);
        new Salvage(SCHEMAS).of(document, faults).ifPresent(salvaged::add);
    }

    private static Finding found(YamlDocument document, Fault fault) {
        return document.finding(fault.pointer(), fault.message());
    }

    // What else is wrong in the files whose shape is, but for the lines that are told of already.
    private void checkSalvaged() {
        if (salvaged.isEmpty()) {
            return;
        }
        var more = new ArrayList<Finding>();
        var drafting = new Drafting(more::add);
        Stream.concat(whole.stream(), salvaged.stream()).forEach(drafting::add);
        nameBroken(drafting);
        more.addAll(RegistryLint.check(drafting.finish("")));
        more.stream()
                .filter(this::isInSalvaged)
                .filter(Predicate.not(this::isTold))
                .toList()
                .forEach(findings::add);
    }

    private boolean isInSalvaged(Finding finding) {
        return salvaged.stream().anyMatch(document -> document.file().path().equals(finding.file()));
    }

    private boolean isTold(Finding finding) {
        return findings.stream().anyMatch(told -> told.file().equals(finding.file()) && told.line() == finding.line());
    }
}
