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
 * Finds the few patterns that may match a path without trying all: a tree of their segments. Whether one does match is for the
 * pattern to say.
 *
 * @param <T> what belongs to a pattern
 */
final class PathIndex<T> {

    private final Node<T> root = new Node<>();
    /** Those of patterns that are not made of whole names and whole variables. */
    private final List<T> others = new ArrayList<>();

    private final List<T> all = new ArrayList<>();

    private static final class Node<T> {
        private final Map<String, Node<T>> names = new HashMap<>();
        private @Nullable Node<T> variable;
        private final List<T> ending = new ArrayList<>();
    }

    /** Adds what belongs to a pattern. Not while somebody looks for something. */
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

    /** What belongs to the patterns that may match the path. */
    Collection<T> candidates(PathContainer path) {
        var elements = path.elements();
        if (!alternates(elements)) {
            return all;
        }
        var found = new ArrayList<>(others);
        collect(root, elements, 1, found);
        return found;
    }

    /** Whether the path is one separator and one segment after the other, as patterns are. */
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
        var named = node.names.get(((PathSegment) path.get(index)).valueToMatch());
        if (named != null) {
            collect(named, path, index + 2, found);
        }
        if (node.variable != null) {
            collect(node.variable, path, index + 2, found);
        }
    }
}
