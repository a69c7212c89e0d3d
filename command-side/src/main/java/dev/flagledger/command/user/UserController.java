package dev.flagledger.command.user;

import dev.flagledger.api.user.UserCommand.RenameUser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.user.UserView;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the caller's own account. */
@RestController
@RequestMapping("/api/v1/auth/users/me")
class UserController {

    private static final int MAX_NAME = 150;

    @PutMapping
    UserView replace(CommandContext context, Form form) {
        return rename(context, form, form.text("first_name", MAX_NAME), form.text("last_name", MAX_NAME));
    }

    @PatchMapping
    UserView change(CommandContext context, Form form) {
        var current = user(context);
        return rename(
                context,
                form,
                form.text("first_name", MAX_NAME, current.firstName()),
                form.text("last_name", MAX_NAME, current.lastName()));
    }

    private static UserView rename(CommandContext context, Form form, String firstName, String lastName) {
        form.validate();
        context.send(new RenameUser(user(context).id(), firstName, lastName));
        return user(context);
    }

    private static UserView user(CommandContext context) {
        return UserView.of(context.access().account());
    }
}
