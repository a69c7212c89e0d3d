package dev.flagledger.query.user;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.Actor;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.view.UserView;
import dev.flagledger.platform.fold.LiveFold;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
class UserController {

    private final LiveFold<Installation> fold;

    UserController(LiveFold<Installation> fold) {
        this.fold = fold;
    }

    @GetMapping("/api/v1/auth/users/me")
    UserView me(Actor caller) {
        return UserView.of(found(Optional.ofNullable(caller.id()).flatMap(fold.state()::user), "FFAdminUser"));
    }
}
