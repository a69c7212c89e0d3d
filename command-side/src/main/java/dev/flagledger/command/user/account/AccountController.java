package dev.flagledger.command.user.account;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.user.AccountCommand.ChangeActive;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.user.AccountView;
import dev.flagledger.engine.state.organisation.User;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint by which superusers change what an account may be used for. */
@RestController
class AccountController {

    private final AccountChanges changes;
    private final SuperuserLock lock;

    AccountController(AccountChanges changes, SuperuserLock lock) {
        this.changes = changes;
        this.lock = lock;
    }

    /** Nobody may lock out themselves, so that there is always a superuser. */
    @PatchMapping("/api/v1/accounts/{id}")
    AccountView change(CommandContext context, @PathVariable int id, Form form) {
        context.access().require(Permission.INSTALLATION_ADMIN, new Scope.Everywhere());
        var standing = user(context, id).standing();
        boolean active = form.bool("is_active", standing.active());
        boolean superuser = form.bool("is_superuser", standing.superuser());
        form.validate();
        if (context.access().account().id() == id && !(active && superuser)) {
            throw InvalidInput.whole(UserTexts.OWN_ACCOUNT);
        }
        if (form.has("is_active")) {
            context.send(new ChangeActive(id, active), () -> {
                lock.requireStill(context.actor());
                changes.changeActive(id, active);
            });
        }
        if (superuser != standing.superuser()) {
            context.send(new ChangeSuperuser(id, superuser), () -> lock.requireStill(context.actor()));
        }
        return AccountView.of(user(context, id));
    }

    private static User user(CommandContext context, int id) {
        return AccessContext.found(
                context.installation().user(id).filter(known -> !known.hasBeenErased()), "FFAdminUser");
    }
}
