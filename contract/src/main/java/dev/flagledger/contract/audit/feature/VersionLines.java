package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;

/** The lines of published versions, besides those of the changed states. Drafts affect no evaluation: no lines. */
public final class VersionLines {

    private VersionLines() {}

    public static Stream<AuditLine> of(Installation before, VersionEvent event) {
        return switch (event) {
            case VersionPublished e ->
                before.projectOfEnvironment(e.environmentId()).stream().flatMap(project -> published(project, e));
            case VersionDrafted _, VersionEdited _, VersionDiscarded _ -> Stream.empty();
        };
    }

    /** Empty if the environment keeps no versions, or if the feature no longer exists. */
    private static Stream<AuditLine> published(Project project, VersionPublished event) {
        var flag = project.environment(event.environmentId()).flags().get(event.featureId());
        return Stream.ofNullable(flag)
                .filter(known -> known.versions().live().isPresent())
                .map(_ -> project.feature(event.featureId()).name())
                .map(name -> new AuditLine(
                        AuditTexts.versionPublished(name),
                        Place.of(project, event.environmentId()),
                        RelatedObject.ofVersion(event.version()),
                        ChangeType.UNKNOWN,
                        List.of()));
    }
}
