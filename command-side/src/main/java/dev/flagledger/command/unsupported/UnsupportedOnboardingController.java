package dev.flagledger.command.unsupported;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** With this the dashboard has Flagsmith's makers told of a new installation. Nobody is told of this one. */
@RestController
class UnsupportedOnboardingController {

    @PostMapping("/api/v1/onboarding/request/send")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptWithoutEffect() {}
}
