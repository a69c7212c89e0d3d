package dev.flagledger.contract.view.grant;

import dev.flagledger.engine.state.organisation.group.Group;

/** A group without its members. */
public record GroupSummaryView(int id, String name) {

    public static GroupSummaryView of(Group group) {
        return new GroupSummaryView(group.id(), group.details().name());
    }
}
