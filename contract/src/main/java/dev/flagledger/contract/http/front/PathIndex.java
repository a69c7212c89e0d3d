package dev.flagledger.contract.http.front;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.PathContainer.Separator;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A tree of path patterns by segment, which finds the few candidates for a path. Whether a candidate matches is decided by the
 * pattern itself.
 *
 * @param <T> the type of the values that patterns map to
 */
final class PathIndex<T> {

    private final Node<T> root = new Node<>();
    /** The values of patterns with other segments than plain names and variables. */
    private final List<T> others = new ArrayList<>();

    private final List<T> all = new ArrayList<>();

    private static final class Node<T> {
        private final Map<String, Node<T>> names = new HashMap<>();
        private @Nullable Node<T> variable;
        private final List<T> ending = new ArrayList<>();
    }

    /** Adds the value of a pattern. Not thread-safe. */
    void add(PathPattern pattern, T value) {
        all.add(value);
        var text = pattern.getPatternString();
        if (!text.matches("(/[\\w.-]+|/\\{\\w+})+")) {
            others.add(value);
            return;
        }
        var node = root;
        for (var segment : text.substring(1).split("/", -1)) {
            node = segment.startsWith("{") ? variable(node) : node.names.computeIfAbsent(segment, _ -> new Node<>());
        }
        node.ending.add(value);
    }

    private static <T> Node<T> variable(Node<T> node) {
        var known = node.variable;
        if (known == null) {
            known = new Node<>();
            node.variable = known;
        }
        return known;
    }

    /** The values of the patterns that may match the path. */
    Collection<T> candidates(PathContainer path) {
        var elements = path.elements();
        if (!alternates(elements)) {
            return all;
        }
        var found = new ArrayList<>(others);
        collect(root, elements, 1, found);
        return found;
    }

    /** Whether separators and segments alternate, as they do in patterns. */
    private static boolean alternates(List<PathContainer.Element> elements) {
        for (int index = 0; index < elements.size(); index++) {
            if (elements.get(index) instanceof Separator != (index % 2 == 0)) {
                return false;
            }
        }
        return elements.size() % 2 == 0;
    }

    private static <T> void collect(Node<T> node, List<PathContainer.Element> path, int index, List<T> found) {
        if (index >= path.size()) {
            found.addAll(node.ending);
            return;
        }
        var child = node.names.get(((PathSegment) path.get(index)).valueToMatch());
        if (child != null) {
            collect(child, path, index + 2, found);
        }
        if (node.variable != null) {
            collect(node.variable, path, index + 2, found);
        }
    }
}
