package dev.flagledger.command.erasure;

import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Subject;
import dev.flagledger.api.erasure.ErasureCommand.EraseInvited;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.erasure.search.ErasureReport;
import dev.flagledger.command.erasure.search.ErasureReports;
import dev.flagledger.command.erasure.search.ErasureReports.Erased;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Erases somebody who was invited and has no account, on request. */
@Component
class InvitedErasureRequests {

    private static final int MAX_EMAIL = 254;

    private final InvitedPeople people;
    private final ErasureReports reports;

    InvitedErasureRequests(InvitedPeople people, ErasureReports reports) {
        this.people = people;
        this.reports = reports;
    }

    ErasureReport erase(CommandContext context, int organisation, Form form) {
        var email = form.text("email", MAX_EMAIL);
        form.validate();
        int user = AccessContext.found(people.withoutAccount(email), "Invite");
        var command = new EraseInvited(UUID.randomUUID(), organisation, user, email);
        var erased = new Erased(command.erasureId(), List.of(Subject.user(user)), List.of("key", "invites"));
        var report = reports.of(erased, List.of(organisation), List.of(email));
        context.send(command);
        return report;
    }
}
