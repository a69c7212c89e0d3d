package dev.flagledger.command.feature.owner;

import java.util.List;

/** Tells which groups are there. A group owns features until it is deleted, which the features are not told. */
public interface OwningGroups {

    /** Returns how many of the groups are in the project's organisation. */
    long count(int projectId, List<Integer> groupIds);
}
