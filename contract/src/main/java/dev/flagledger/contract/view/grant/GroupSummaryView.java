package dev.flagledger.contract.view.grant;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.group.Group;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;

/** A group without its members. */
public record GroupSummaryView(int id, String name) {

    /** The groups that own a feature. */
    public static List<GroupSummaryView> owners(Installation installation, Feature feature) {
        return installation.project(feature.projectId()).stream()
                .flatMap(project -> installation.organisation(project.organisationId()).stream())
                .flatMap(organisation ->
                        feature.groupOwners().stream().flatMap(id -> organisation.access().groups().find(id).stream()))
                .map(GroupSummaryView::of)
                .toList();
    }

    public static GroupSummaryView of(Group group) {
        return new GroupSummaryView(group.id(), group.details().name());
    }
}
