package dev.flagledger.command.revert.existence;

import dev.flagledger.contract.view.difference.DifferenceView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects that are created or deleted, as differences show them. */
final class ShownObjects {

    private static final String CREATE = "CREATE";
    private static final String UPDATE = "UPDATE";
    private static final String DELETE = "DELETE";

    private ShownObjects() {}

    static DifferenceView created(String type, int id, String name) {
        return of(type, id, name, null, CREATE);
    }

    static DifferenceView deleted(String type, int id, String name) {
        return of(type, id, name, null, DELETE);
    }

    static DifferenceView createdIdentity(int id, String identifier, int environmentId) {
        return of("IDENTITY", id, identifier, environmentId, CREATE);
    }

    static DifferenceView updatedIdentity(int id, String identifier, int environmentId) {
        return of("IDENTITY", id, identifier, environmentId, UPDATE);
    }

    static DifferenceView deletedIdentity(int id, String identifier, int environmentId) {
        return of("IDENTITY", id, identifier, environmentId, DELETE);
    }

    private static DifferenceView of(
            String type, int id, String name, @Nullable Integer environmentId, String changeType) {
        return new DifferenceView(type, id, name, environmentId, null, null, null, changeType, List.of());
    }
}
