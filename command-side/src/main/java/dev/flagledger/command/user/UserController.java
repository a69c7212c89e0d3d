package dev.flagledger.command.user;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.user.UserCommand.RenameUser;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.UserView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the caller's own account. */
@RestController
@RequestMapping("/api/v1/auth/users/me")
class UserController {

    private static final int MAX_NAME = 150;

    private final Commands commands;
    private final History<Installation> fold;

    UserController(Commands commands, History<Installation> fold) {
        this.commands = commands;
        this.fold = fold;
    }

    @PutMapping
    UserView replace(Attribution caller, Form form) {
        return rename(caller, form, form.text("first_name", MAX_NAME), form.text("last_name", MAX_NAME));
    }

    @PatchMapping
    UserView change(Attribution caller, Form form) {
        var now = user(caller);
        return rename(
                caller,
                form,
                form.text("first_name", MAX_NAME, now.firstName()),
                form.text("last_name", MAX_NAME, now.lastName()));
    }

    private UserView rename(Attribution caller, Form form, String firstName, String lastName) {
        form.validate();
        commands.send(new RenameUser(user(caller).id(), firstName, lastName), caller);
        return user(caller);
    }

    private UserView user(Attribution caller) {
        return UserView.of(new AccessContext(fold.state(), caller.actor()).account());
    }
}
