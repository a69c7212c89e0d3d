package dev.flagledger.command.identity;

import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.IdentityTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.TextRules;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that removes a trait from all identities of an environment. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/delete-traits")
class TraitRemovalController {

    private static final int MAX_KEY = 200;

    private final TraitRemoval removal;

    TraitRemovalController(TraitRemoval removal) {
        this.removal = removal;
    }

    /** A key that no identity has is accepted. */
    @PostMapping
    void remove(CommandContext context, @PathVariable String apiKey, Form form) {
        var access = context.access();
        int environment =
                access.environment(apiKey, Permission.ENVIRONMENT_ADMIN).id();
        var key = TextRules.textOf(form.raw("key"))
                .filter(text -> !text.isEmpty())
                .filter(text -> TextRules.problemOf(text, MAX_KEY).isEmpty())
                .orElseThrow(() -> Refusal.detail(HttpStatus.BAD_REQUEST, IdentityTexts.TRAITS_NOT_DELETED));
        removal.everywhere(environment, key, context);
    }
}
