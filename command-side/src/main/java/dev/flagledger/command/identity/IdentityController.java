package dev.flagledger.command.identity;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.CreateManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RenameManagedIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.IdentityTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.identity.IdentityView;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.log.IdentityLog;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, rename and delete identities. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities")
class IdentityController {

    private static final String IDENTIFIER = "identifier";
    private static final int MAX_IDENTIFIER = 2000;

    private final Ids ids;
    private final Identities identities;
    private final IdentityLog log;
    private final IdentityRemoval removal;

    IdentityController(Ids ids, Identities identities, IdentityLog log, IdentityRemoval removal) {
        this.ids = ids;
        this.identities = identities;
        this.log = log;
        this.removal = removal;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IdentityView create(CommandContext context, @PathVariable String apiKey, Form form) {
        int environment = environment(context, apiKey);
        var identifier = form.text(IDENTIFIER, MAX_IDENTIFIER);
        form.validate();
        int id = ids.next(Ids.Kind.IDENTITY);
        var command = new CreateIdentity(environment, id, identifier, List.of());
        context.send(new CreateManagedIdentity(environment, id, identifier), () -> {
            if (log.create(command, context.attribution()).isEmpty()) {
                throw used(identifier);
            }
        });
        return new IdentityView(id, identifier, environment);
    }

    @PutMapping("/{id}")
    IdentityView replace(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        int environment = environment(context, apiKey);
        var identifier = form.text(IDENTIFIER, MAX_IDENTIFIER);
        form.validate();
        var current = found(identities.find(environment, id), "Identity");
        if (!current.identifier().equals(identifier)) {
            rename(new RenameIdentity(environment, id, identifier), context);
        }
        return new IdentityView(id, identifier, environment);
    }

    @PatchMapping("/{id}")
    IdentityView change(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        if (form.has(IDENTIFIER)) {
            return replace(context, apiKey, id, form);
        }
        int environment = environment(context, apiKey);
        var current = found(identities.find(environment, id), "Identity");
        return new IdentityView(id, current.identifier(), environment);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String apiKey, @PathVariable int id) {
        removal.remove(context, environment(context, apiKey), id);
    }

    private static int environment(CommandContext context, String apiKey) {
        var access = context.access();
        return access.within(apiKey, Permission.MANAGE_IDENTITIES).id();
    }

    private void rename(RenameIdentity command, CommandContext context) {
        var identifier = command.identifier();
        try {
            context.send(
                    new RenameManagedIdentity(command.environmentId(), command.identityId(), identifier),
                    () -> log.handle(command, context.attribution()));
        } catch (Rejected e) {
            throw e.rejection() instanceof Rejection.Taken ? used(identifier) : e;
        }
    }

    /** The contract has a plain string here, where other fields have lists. */
    private static InvalidInput used(String identifier) {
        return InvalidInput.fields(Map.of(IDENTIFIER, IdentityTexts.exists(identifier)));
    }
}
