package dev.flagledger.access.http;

import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Actor;
import dev.flagledger.ledger.log.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes that require authentication, and one that does not. */
@RestController
class GuardedController {

    @GetMapping({
        "/api/v1/guarded",
        "/api/experiments/guarded",
        "/api/v1/organisations/{id}/master-api-keys",
        "/api/v1/organisations/{id}/master-api-keys/{prefix}"
    })
    Actor whoAmI() {
        return Caller.current();
    }

    @GetMapping("/api/v1/guarded/attribution")
    Attribution whoAsks(HttpServletRequest request) {
        return Caller.of(request);
    }

    @PostMapping({
        "/api/v1/auth/login",
        "/api/v1/auth/users",
        "/api/v1/auth/users/reset_password",
        "/api/v1/auth/users/reset_password_confirm",
        "/api/v1/auth/users/activation",
        "/api/v1/auth/users/resend_activation",
        "/api/v1/users/init",
        "/api/v1/users/config/init"
    })
    String open() {
        return "open";
    }
}
