package dev.flagledger.query.user;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.view.user.UserView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the caller's account. */
@RestController
class UserController {

    @GetMapping("/api/v1/auth/users/me")
    UserView me(AccessContext access) {
        return UserView.of(access.account());
    }
}
