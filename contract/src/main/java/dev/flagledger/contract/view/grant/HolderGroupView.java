package dev.flagledger.contract.view.grant;

import dev.flagledger.engine.state.organisation.group.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group that holds a grant.
 *
 * @param users ids of its members
 */
public record HolderGroupView(
        int id,
        String name,
        List<Integer> users,
        boolean isDefault,
        @Nullable String externalId) {

    static HolderGroupView of(Group group) {
        return new HolderGroupView(
                group.id(),
                group.details().name(),
                List.copyOf(group.members().keySet()),
                group.details().isDefault(),
                group.details().externalId());
    }
}
