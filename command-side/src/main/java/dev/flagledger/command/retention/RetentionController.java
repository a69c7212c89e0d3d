package dev.flagledger.command.retention;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.RetentionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Decides what becomes of an organisation's old events. */
@RestController
class RetentionController {

    /** With less, the incidents of a month could not be looked into. */
    private static final int MIN_DAYS = 30;

    private static final int MAX_DAYS = 36_500;

    @PatchMapping("/api/v1/organisations/{id}/retention")
    RetentionView change(CommandContext context, @PathVariable int id, Form form) {
        var current =
                context.access().organisation(id, Permission.ORGANISATION_ADMIN).retention();
        var days = form.integerOrNull("days", current.days());
        boolean held = form.bool("legal_hold", current.legalHold());
        requireInRange(form, days);
        form.validate();
        List<LedgerCommand> commands = new ArrayList<>();
        if (!Objects.equals(days, current.days())) {
            commands.add(new ChangeRetention(id, days));
        }
        if (held != current.legalHold()) {
            commands.add(new ChangeLegalHold(id, held));
        }
        if (!commands.isEmpty()) {
            context.sendTogether(commands);
        }
        return RetentionView.of(AccessContext.found(context.installation().organisation(id), "Organisation")
                .retention());
    }

    private static void requireInRange(Form form, @Nullable Integer days) {
        if (days != null && days < MIN_DAYS) {
            form.reject("days", FieldTexts.atLeast(MIN_DAYS));
        } else if (days != null && days > MAX_DAYS) {
            form.reject("days", FieldTexts.atMost(MAX_DAYS));
        }
    }
}
