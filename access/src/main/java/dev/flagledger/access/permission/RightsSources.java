package dev.flagledger.access.permission;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.grant.Grants;
import dev.flagledger.engine.state.project.Project;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the permissions of a member, or of an API key, of an organisation come from: grants to it, grants to its groups, and
 * the roles of either. Their permissions add up.
 *
 * @param project the project whose objects are asked about; null for none
 */
record RightsSources(Organisation organisation, @Nullable Project project, GrantHolder holder) {

    /** Returns the sources that grant something on the organisation, the project, or one of its environments. */
    List<RightsSource> on(GrantPlace place) {
        var sources = new ArrayList<RightsSource>();
        add(sources, holder, null, place);
        if (holder.kind() == GrantHolder.Kind.USER) {
            for (int group : organisation.access().groups().of(holder.id())) {
                add(sources, GrantHolder.group(group), group, place);
            }
        }
        return sources;
    }

    private void add(List<RightsSource> sources, GrantHolder from, @Nullable Integer groupId, GrantPlace place) {
        var granted = grants(place).of(from, place);
        if (granted != null) {
            sources.add(RightsSource.of(groupId, granted));
        }
        for (var role : organisation.access().roles().of(from, place)) {
            sources.add(RightsSource.of(groupId, role));
        }
    }

    private Grants grants(GrantPlace place) {
        if (place.kind() == GrantPlace.Kind.ORGANISATION) {
            return organisation.access().grants();
        }
        return project == null ? Grants.NONE : project.grants();
    }
}
