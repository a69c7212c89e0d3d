package dev.flagledger.command.erasure;

import dev.flagledger.api.Subject;
import dev.flagledger.api.erasure.ErasureCommand.EraseFormerIdentity;
import dev.flagledger.api.erasure.ErasureCommand.EraseIdentity;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.erasure.search.ErasureReport;
import dev.flagledger.command.erasure.search.ErasureReports;
import dev.flagledger.command.erasure.search.ErasureReports.Erased;
import dev.flagledger.command.erasure.search.KnownNames;
import dev.flagledger.command.erasure.search.NamedIdentities;
import dev.flagledger.contract.form.Form;
import dev.flagledger.installation.identity.log.IdentityLog;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Erases, on request, an identity and the deleted ones that had its identifier last. Each is erased in a transaction of its own: a request
 * that breaks off can be repeated.
 */
@Component
class IdentityErasureRequests {

    private final NamedIdentities named;
    private final IdentityLog log;
    private final KnownNames names;
    private final ErasureReports reports;

    IdentityErasureRequests(NamedIdentities named, IdentityLog log, KnownNames names, ErasureReports reports) {
        this.named = named;
        this.log = log;
        this.names = names;
        this.reports = reports;
    }

    ErasureReport erase(CommandContext context, int organisation, Form form) {
        var found = named.of(context.access(), organisation, form);
        int environment = found.environmentId();
        var erasure = UUID.randomUUID();
        var ids =
                Stream.concat(found.present().stream(), found.former().stream()).toList();
        var erased = new Erased(
                erasure,
                ids.stream().map(Subject::identity).toList(),
                found.present().isEmpty() ? List.of("key") : List.of("key", "identity", "traits", "overrides"));
        var known = ids.stream()
                .flatMap(id ->
                        Stream.concat(log.identifiers(environment, id).stream(), names.ofIdentity(environment, id)))
                .distinct()
                .toList();
        var report = reports.of(erased, List.of(organisation), known);
        for (int id : ids) {
            var own = id == ids.getFirst() ? erasure : UUID.randomUUID();
            if (found.former().contains(id)) {
                context.send(new EraseFormerIdentity(own, organisation, environment, id));
            } else {
                context.send(
                        new EraseIdentity(own, environment, id),
                        () -> log.handle(new DeleteIdentity(environment, id), context.attribution()));
            }
        }
        return report;
    }
}
