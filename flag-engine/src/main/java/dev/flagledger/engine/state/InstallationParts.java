package dev.flagledger.engine.state;

import dev.flagledger.engine.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Splits an installation into its projects and a shared part, which can be stored separately, and restores it. Restored
 * from the shared part and some projects, the others are missing as if they had never existed.
 */
public final class InstallationParts {

    /** The shared part: users, organisations, custom fields, and the ids of deleted projects' objects. */
    public static final int REST = 0;

    private InstallationParts() {}

    /** Returns the ids of the parts: {@link #REST} and those of the projects. */
    public static Set<Integer> of(Installation installation) {
        var parts = new TreeSet<>(installation.projects().keySet());
        parts.add(REST);
        return parts;
    }

    /**
     * Returns objects at least one of which is another instance whenever the part has changed. Runs in constant time.
     */
    public static List<Object> marks(Installation installation, int part) {
        return part == REST
                ? List.of(installation.users(), installation.organisations(), installation.metadata())
                : List.of(Lookup.required(installation.projects(), part, "project"));
    }

    /** Returns these parts as objects that do not reference the rest of the installation. */
    public static Map<Integer, Object> cut(Installation installation, Set<Integer> parts) {
        var ids = ProjectIds.byProject(installation.index());
        Map<Integer, Object> cut = new TreeMap<>();
        for (int part : parts) {
            cut.put(part, part == REST ? SharedPart.of(installation, ids) : ProjectPart.of(installation, part, ids));
        }
        return cut;
    }

    /** Adds a part that was cut from an installation at the same position. */
    public static Installation with(Installation installation, Object part) {
        return switch (part) {
            case SharedPart rest -> rest.into(installation);
            case ProjectPart project -> project.into(installation);
            default -> throw new IllegalArgumentException("no part of an installation: " + part.getClass());
        };
    }
}
