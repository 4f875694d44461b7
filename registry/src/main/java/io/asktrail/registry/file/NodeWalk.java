package io.asktrail.registry.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One walk over a YAML file's nodes: makes the tree, and notes lines and repeated fields on the way. */
final class NodeWalk {
    // Deeper than any definition is; a file that refers to itself ends here instead of never.
    private static final int DEEPEST = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String path;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Finding> faults = new ArrayList<>();
    private int depth;

    NodeWalk(String path) {
        this.path = path;
    }

    Map<String, Integer> lines() {
        return lines;
    }

    List<Finding> faults() {
        return faults;
    }

    JsonNode tree(Node node, String pointer) {
        lines.putIfAbsent(pointer, line(node));
        if (depth >= DEEPEST) {
            faults.add(new Finding(path, line(node), "this is nested too deeply"));
            return JSON.nullNode();
        }
        depth++;
        try {
            return switch (node) {
                case MappingNode mapping -> object(mapping, pointer);
                case SequenceNode sequence -> array(sequence, pointer);
                case ScalarNode scalar -> value(scalar);
                default -> throw new IllegalStateException("a YAML node of no known kind: " + node.getNodeType());
            };
        } finally {
            depth--;
        }
    }

    private JsonNode object(MappingNode mapping, String pointer) {
        var object = JSON.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                faults.add(new Finding(path, line(entry.getKeyNode()), "a field's name is a plain word"));
                continue;
            }
            var place = pointer + "/" + escape(key.getValue());
            if (object.has(key.getValue())) {
                faults.add(new Finding(
                        path,
                        line(key),
                        "'%s' stands here twice, first on line %d".formatted(key.getValue(), lines.get(place))));
                continue;
            }
            lines.put(place, line(key));
            object.set(key.getValue(), tree(entry.getValueNode(), place));
        }
        return object;
    }

    private JsonNode array(SequenceNode sequence, String pointer) {
        var array = JSON.arrayNode();
        for (var item : sequence.getValue()) {
            array.add(tree(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode value(ScalarNode scalar) {
        var tag = scalar.getTag();
        var text = scalar.getValue();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return JSON.stringNode(text);
    }

    private static JsonNode number(String text) {
        try {
            var number = new BigDecimal(text);
            return number.scale() <= 0 && number.precision() < 10
                    ? JSON.numberNode(number.intValueExact())
                    : JSON.numberNode(number);
        } catch (NumberFormatException notFinite) {
            return JSON.stringNode(text);
        }
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
