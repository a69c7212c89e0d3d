package dev.flagledger.command.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.environment.EnvironmentCommand.NoteEvaluation;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records the first evaluation in an environment. Open to everyone who knows the key, as in Flagsmith. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/onboarding-status")
class OnboardingController {

    /** Sends a command for the first evaluation only: the endpoint is public and may be called without end. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(CommandContext context, @PathVariable String apiKey, Form form) {
        var environment = AccessContext.found(context.installation().environmentOfKey(apiKey), "Environment");
        var sdk = Fields.choice(form, "first_evaluated_sdk_label", SdkLabels.ALL);
        form.validate();
        if (environment.firstEvaluation() == null) {
            context.send(new NoteEvaluation(environment.id(), sdk));
        }
    }
}
