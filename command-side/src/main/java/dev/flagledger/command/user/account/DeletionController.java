package dev.flagledger.command.user.account;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.erasure.ErasureCommand.EraseOneself;
import dev.flagledger.api.erasure.ErasureCommand.EraseUser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.AccountOwner;
import dev.flagledger.command.user.attempt.CurrentPassword;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that delete accounts, which erases what the log has about their users. */
@RestController
@RequestMapping("/api/v1/auth/users")
class DeletionController {

    private static final String PASSWORD = "current_password";

    private final CurrentPassword current;
    private final AccountOwner owner;

    DeletionController(CurrentPassword current, AccountOwner owner) {
        this.current = current;
        this.owner = owner;
    }

    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteOwn(CommandContext context, Form form) {
        delete(context, context.access().account().id(), form);
    }

    /** Superusers may delete any account, with a password of their own. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id, Form form) {
        boolean own = context.access().account().id() == id;
        if (!own) {
            requireSuperuser(context, id);
        }
        boolean orphans = form.bool("delete_orphan_organisations", false);
        if (current.exists(context)) {
            refuseNull(form);
        }
        owner.require(context, form);
        var erasure = UUID.randomUUID();
        context.send(own ? new EraseOneself(erasure, id, orphans) : new EraseUser(erasure, id, orphans));
    }

    /** As in Flagsmith, null is called blank here. */
    private static void refuseNull(Form form) {
        if (form.has(PASSWORD) && form.raw(PASSWORD).isNull()) {
            throw InvalidInput.fields(Map.of(PASSWORD, List.of(FieldTexts.NOT_BLANK)));
        }
    }

    /** Others are told what they would be told if there were no such account. */
    private static void requireSuperuser(CommandContext context, int id) {
        var access = context.access();
        AccessContext.found(
                Optional.of(id)
                        .filter(_ -> access.may(Permission.INSTALLATION_ADMIN, new Scope.Everywhere()))
                        .flatMap(context.installation()::user),
                "FFAdminUser");
    }
}
