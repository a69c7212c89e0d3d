package dev.flagledger.engine.state.organisation.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.group.GroupDetails;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final GroupDetails OPS = new GroupDetails("Ops", false, null);
    private static final GroupDetails ALL = new GroupDetails("All", true, "all");

    @Test
    void membersJoinAndLeave() {
        var groups = after(
                new GroupCreated(2, 61, OPS),
                new GroupCreated(2, 62, ALL),
                new GroupMembersAdded(2, 61, List.of(3, 4)),
                new GroupMembersAdded(2, 62, List.of(3)),
                new GroupMembersRemoved(2, 61, List.of(4)));

        assertThat(groups.of(3)).containsExactlyInAnyOrder(61, 62);
        assertThat(groups.of(4)).isEmpty();
        assertThat(groups.find(61).orElseThrow().members()).containsOnlyKeys(3);
    }

    @Test
    void aMemberWhoIsAddedAgainStaysAnAdmin() {
        var groups = after(
                new GroupCreated(2, 61, OPS),
                new GroupMembersAdded(2, 61, List.of(3)),
                new GroupAdminChanged(2, 61, 3, true),
                new GroupMembersAdded(2, 61, List.of(3)));

        assertThat(groups.isAdmin(61, 3)).isTrue();
        assertThat(groups.isAdmin(62, 3)).isFalse();
        assertThat(groups.evolve(new GroupAdminChanged(2, 61, 3, false)).isAdmin(61, 3))
                .isFalse();
    }

    @Test
    void onlyMembersAreAdmins() {
        var groups = after(new GroupCreated(2, 61, OPS), new GroupAdminChanged(2, 61, 3, true));

        assertThat(groups.isAdmin(61, 3)).isFalse();
        assertThat(groups.of(3)).isEmpty();
    }

    @Test
    void whoLeavesTheOrganisationLeavesAllGroups() {
        var groups = after(
                        new GroupCreated(2, 61, OPS),
                        new GroupCreated(2, 62, ALL),
                        new GroupMembersAdded(2, 61, List.of(3, 4)),
                        new GroupMembersAdded(2, 62, List.of(3)),
                        new GroupAdminChanged(2, 61, 3, true))
                .without(3);

        assertThat(groups.of(3)).isEmpty();
        assertThat(groups.isAdmin(61, 3)).isFalse();
        assertThat(groups.of(4)).containsExactly(61);
    }

    @Test
    void aDeletedGroupHasNoMembers() {
        var groups =
                after(new GroupCreated(2, 61, OPS), new GroupMembersAdded(2, 61, List.of(3)), new GroupDeleted(2, 61));

        assertThat(groups).isEqualTo(Groups.NONE);
    }

    @Test
    void newMembersJoinTheDefaultGroups() {
        var groups = after(new GroupCreated(2, 61, OPS), new GroupCreated(2, 62, ALL));

        assertThat(groups.defaults()).containsExactly(62);
        assertThat(groups.evolve(new GroupChanged(2, 61, ALL)).defaults()).containsExactly(61, 62);
    }

    private static Groups after(GroupEvent... events) {
        var groups = Groups.NONE;
        for (var event : events) {
            groups = groups.evolve(event);
        }
        return groups;
    }
}
