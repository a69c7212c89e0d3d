package dev.flagledger.engine.state;

import dev.flagledger.engine.state.metadata.MetadataFields;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import java.util.List;
import java.util.Map;
import org.pcollections.PSortedMap;

/** The part of an installation that belongs to no project, with the index entries of deleted projects. */
record SharedPart(
        PSortedMap<Integer, User> users,
        PSortedMap<Integer, Organisation> organisations,
        MetadataFields metadata,
        List<ProjectIds> deleted) {

    static SharedPart of(Installation installation, Map<Integer, ProjectIds> ids) {
        var deleted = ids.values().stream()
                .filter(project -> !installation.projects().containsKey(project.projectId()))
                .toList();
        return new SharedPart(installation.users(), installation.organisations(), installation.metadata(), deleted);
    }

    Installation into(Installation installation) {
        var index = installation.index();
        for (var ids : deleted) {
            index = ids.into(index);
        }
        return installation
                .withUsers(_ -> users)
                .withOrganisations(_ -> organisations)
                .withMetadata(_ -> metadata)
                .with(index);
    }
}
