package dev.flagledger.engine.state;

import dev.flagledger.engine.Known;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cuts an installation into its projects and the rest, so that each part can be kept and read by itself, and puts parts
 * together again. An installation of the rest and some projects is one in which the other projects never were.
 */
public final class InstallationParts {

    /** The part that is no project: users, organisations, custom fields, and the ids of what deleted projects had. */
    public static final int REST = 0;

    private InstallationParts() {}

    /** The parts that there are: the rest, and projects by their ids. */
    public static Set<Integer> of(Installation installation) {
        var parts = new TreeSet<>(installation.projects().keySet());
        parts.add(REST);
        return parts;
    }

    /** Objects of which at least one is another as soon as the part is another. Takes no time, since nothing is compared. */
    public static List<Object> marks(Installation installation, int part) {
        return part == REST
                ? List.of(installation.users(), installation.organisations(), installation.metadata())
                : List.of(Known.in(installation.projects(), part, "project"));
    }

    /** These parts, as objects that nothing else of the installation hangs on. */
    public static Map<Integer, Object> cut(Installation installation, Set<Integer> parts) {
        var ids = ProjectIds.byProject(installation.index());
        Map<Integer, Object> cut = new TreeMap<>();
        for (int part : parts) {
            cut.put(part, part == REST ? SharedPart.of(installation, ids) : ProjectPart.of(installation, part, ids));
        }
        return cut;
    }

    /** With a part put back that was cut out of this installation, or of another one at the same position. */
    public static Installation with(Installation installation, Object part) {
        return switch (part) {
            case SharedPart rest -> rest.into(installation);
            case ProjectPart project -> project.into(installation);
            default -> throw new IllegalArgumentException("no part of an installation: " + part.getClass());
        };
    }
}
