package dev.flagledger.command.unsupported;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint by which the dashboard notifies Flagsmith of a new installation. It is accepted and ignored. */
@RestController
class UnsupportedOnboardingController {

    @PostMapping("/api/v1/onboarding/request/send")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptWithoutEffect() {}
}
