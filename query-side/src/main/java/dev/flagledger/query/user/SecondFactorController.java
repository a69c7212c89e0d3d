package dev.flagledger.query.user;

import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.permission.AccessContext;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the caller's second factors, without which the dashboard does not complete a login. */
@RestController
class SecondFactorController {

    private final SecondFactors factors;

    SecondFactorController(SecondFactors factors) {
        this.factors = factors;
    }

    @GetMapping("/api/v1/auth/mfa/user-active-methods")
    List<ActiveMethod> active(AccessContext access) {
        int user = access.account().id();
        return factors.stateOf(user) == FactorState.ACTIVE ? List.of(ActiveMethod.APP) : List.of();
    }

    /** A second factor that is active. */
    record ActiveMethod(String name, boolean isPrimary) {
        static final ActiveMethod APP = new ActiveMethod("app", true);
    }
}
