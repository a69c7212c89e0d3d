package dev.flagledger.api.event;

import dev.flagledger.api.group.GroupDetails;
import java.util.List;

/** Events of the groups of an organisation. */
public sealed interface GroupEvent extends OrganisationEvent {

    int groupId();

    record GroupCreated(int organisationId, int groupId, GroupDetails details) implements GroupEvent {}

    record GroupChanged(int organisationId, int groupId, GroupDetails details) implements GroupEvent {}

    /** Members of the organisation joined the group. */
    record GroupMembersAdded(int organisationId, int groupId, List<Integer> userIds) implements GroupEvent {}

    record GroupMembersRemoved(int organisationId, int groupId, List<Integer> userIds) implements GroupEvent {}

    /** A member became an admin of the group, or is none any more. */
    record GroupAdminChanged(int organisationId, int groupId, int userId, boolean admin) implements GroupEvent {}

    /** The group was deleted with everything that was granted to it. */
    record GroupDeleted(int organisationId, int groupId) implements GroupEvent {}
}
