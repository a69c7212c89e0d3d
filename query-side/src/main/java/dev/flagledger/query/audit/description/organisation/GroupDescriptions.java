package dev.flagledger.query.audit.description.organisation;

import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.contract.view.audit.AccessEventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of groups. Members are told by their ids, which are no personal data. */
final class GroupDescriptions {

    private static final GroupDetails NONE = new GroupDetails("", false, null);

    private GroupDescriptions() {}

    static EventDescription of(Installation before, GroupEvent event) {
        var old = details(before, event);
        return switch (event) {
            case GroupCreated e ->
                EventDescription.of(AccessEventTexts.groupCreated(e.details().name()));
            case GroupChanged e ->
                EventDescription.of(AccessEventTexts.groupUpdated(e.details().name()), changes(old, e.details()));
            case GroupDeleted _ -> EventDescription.of(AccessEventTexts.groupDeleted(old.name()));
            case GroupMembersAdded e -> users(AccessEventTexts.groupJoined(old.name()), null, e.userIds());
            case GroupMembersRemoved e -> users(AccessEventTexts.groupLeft(old.name()), e.userIds(), null);
            case GroupAdminChanged e ->
                EventDescription.of(
                        AccessEventTexts.groupAdminChanged(old.name(), e.userId()),
                        List.of(new FieldChange("group_admin", !e.admin(), e.admin())));
        };
    }

    private static GroupDetails details(Installation before, GroupEvent event) {
        return before.organisation(event.organisationId())
                .flatMap(organisation -> organisation.access().groups().find(event.groupId()))
                .map(group -> group.details())
                .orElse(NONE);
    }

    private static List<FieldChange> changes(GroupDetails old, GroupDetails now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("is_default", old.isDefault(), now.isDefault()),
                new FieldChange("external_id", old.externalId(), now.externalId()));
    }

    private static EventDescription users(
            String summary, @Nullable List<Integer> left, @Nullable List<Integer> joined) {
        return EventDescription.of(summary, List.of(new FieldChange("users", left, joined)));
    }
}
