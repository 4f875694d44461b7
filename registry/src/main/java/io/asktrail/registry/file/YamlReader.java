package io.asktrail.registry.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML to a tree that remembers lines. */
public final class YamlReader {
    private YamlReader() {}

    /** What the file says; empty, with at least one fault told, if it cannot be read. */
    public static Optional<YamlDocument> read(RegistryFile file, FileKind kind, Consumer<Finding> faults) {
        try {
            var root = compose(file);
            if (root.isEmpty()) {
                faults.accept(new Finding(file.path(), 1, "the file is empty"));
                return Optional.empty();
            }
            var walk = new NodeWalk(file.path());
            var tree = walk.tree(root.get(), "");
            walk.faults().forEach(faults);
            return walk.faults().isEmpty()
                    ? Optional.of(new YamlDocument(file, kind, tree, walk.lines()))
                    : Optional.empty();
        } catch (MarkedYamlEngineException broken) {
            faults.accept(new Finding(file.path(), line(broken), "this is no YAML: " + broken.getProblem()));
        } catch (YamlEngineException broken) {
            faults.accept(new Finding(file.path(), 1, "this is no YAML: " + broken.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<Node> compose(RegistryFile file) {
        return new Compose(LoadSettings.builder().setLabel(file.path()).build()).composeString(file.text());
    }

    private static int line(MarkedYamlEngineException broken) {
        return List.of(broken.getProblemMark(), broken.getContextMark()).stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(Mark::getLine)
                        .orElse(0)
                + 1;
    }
}
