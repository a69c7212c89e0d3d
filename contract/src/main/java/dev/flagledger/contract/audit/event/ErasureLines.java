package dev.flagledger.contract.audit.event;

import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.stream.Stream;

/** The lines of erasures, which contain only ids. A user's is written into each organisation that they were a member of, or invited to. */
final class ErasureLines {

    private ErasureLines() {}

    static Stream<AuditLine> of(Installation before, ErasureEvent event) {
        return switch (event) {
            case UserErased e -> inEach(e.organisations(), e.userId());
            case InvitedPersonErased e -> inEach(e.organisations(), e.userId());
            case IdentityErased e ->
                before.projectOfEnvironment(e.environmentId()).stream()
                        .map(project ->
                                line(AuditTexts.identityErased(e.identityId()), Place.of(project, e.environmentId())));
            case FormerIdentityErased e ->
                Stream.of(line(
                        AuditTexts.identityErased(e.identityId()),
                        before.projectOfEnvironment(e.environmentId())
                                .map(project -> Place.of(project, e.environmentId()))
                                .orElseGet(() -> new Place(e.organisationId(), null, null))));
        };
    }

    private static Stream<AuditLine> inEach(List<Integer> organisations, int userId) {
        return organisations.stream()
                .map(organisation -> line(AuditTexts.userErased(userId), new Place(organisation, null, null)));
    }

    private static AuditLine line(String log, Place place) {
        return new AuditLine(log, place, null, ChangeType.DELETE, List.of());
    }
}
