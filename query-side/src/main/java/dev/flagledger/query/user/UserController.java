package dev.flagledger.query.user;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.view.UserView;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
class UserController {

    @GetMapping("/api/v1/auth/users/me")
    UserView me(Sight sight) {
        return UserView.of(
                found(Optional.ofNullable(sight.actor().id()).flatMap(sight.installation()::user), "FFAdminUser"));
    }
}
