package dev.flagledger.command.feature.owner;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** The users, or the groups, that own a feature, by id, in the order in which they were added. */
record OwnerIds(List<Integer> ids) {

    static final OwnerIds NONE = new OwnerIds(List.of());

    OwnerIds plus(List<Integer> added) {
        var all = new LinkedHashSet<>(ids);
        return all.addAll(added) ? new OwnerIds(List.copyOf(all)) : this;
    }

    OwnerIds minus(List<Integer> removed) {
        var rest = new LinkedHashSet<>(ids);
        return rest.removeAll(new TreeSet<>(removed)) ? new OwnerIds(List.copyOf(rest)) : this;
    }
}
