package dev.flagledger.webhook.trial;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends a sample to a URL, whether or not it is that of a webhook, and tells what came of it. */
@RestController
class TrialController {

    private final Trials trials;

    TrialController(Trials trials) {
        this.trials = trials;
    }

    @PostMapping("/api/v1/webhooks/test")
    ResponseEntity<TrialView> test(AccessContext access, Form form) {
        var sample = TrialScope.sample(access, form.raw("scope"));
        var result = trials.send(form, sample);
        return ResponseEntity.status(result.body() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .body(result);
    }
}
