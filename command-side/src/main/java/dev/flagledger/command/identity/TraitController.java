package dev.flagledger.command.identity;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.identity.IdentityCommand.ChangeTrait;
import dev.flagledger.api.identity.IdentityCommand.CreateTrait;
import dev.flagledger.api.identity.IdentityCommand.RemoveTrait;
import dev.flagledger.api.identity.ManagedIdentityCommand.EditTraits;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.identity.TraitView;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.Traits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete traits of an identity. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities/{identityId}/traits")
class TraitController {

    private final Ids ids;
    private final Identities identities;
    private final Traits traits;
    private final TraitRemoval removal;

    TraitController(Ids ids, Identities identities, Traits traits, TraitRemoval removal) {
        this.ids = ids;
        this.identities = identities;
        this.traits = traits;
        this.removal = removal;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TraitView create(CommandContext context, @PathVariable String apiKey, @PathVariable int identityId, Form form) {
        int environment = environment(context, apiKey);
        var trait = TraitForm.create(form, ids.next(Ids.Kind.TRAIT));
        context.send(new EditTraits(new CreateTrait(environment, identityId, trait)));
        return view(identityId, trait.id());
    }

    @PutMapping("/{id}")
    TraitView replace(
            CommandContext context,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            @PathVariable int id,
            Form form) {
        TraitForm.requireKey(form);
        return change(context, apiKey, identityId, id, form);
    }

    @PatchMapping("/{id}")
    TraitView change(
            CommandContext context,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            @PathVariable int id,
            Form form) {
        int environment = environment(context, apiKey);
        var current = trait(environment, identityId, id);
        var edit = new Edit<>(current, TraitForm.change(form, current));
        context.send(new EditTraits(new ChangeTrait(environment, identityId, edit)));
        return view(identityId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            CommandContext context,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            @PathVariable int id,
            @RequestParam(defaultValue = "") String deleteAllMatchingTraits) {
        int environment = environment(context, apiKey);
        if (deleteAllMatchingTraits.equalsIgnoreCase("true")) {
            removal.everywhere(environment, trait(environment, identityId, id).key(), context);
        } else {
            context.send(new EditTraits(new RemoveTrait(environment, identityId, id)));
        }
    }

    private static int environment(CommandContext context, String apiKey) {
        var access = context.access();
        return access.within(apiKey, Permission.MANAGE_IDENTITIES).id();
    }

    private Trait trait(int environment, int identityId, int id) {
        found(identities.find(environment, identityId), "Identity");
        return found(traits.find(identityId, id), "Trait").trait();
    }

    private TraitView view(int identityId, int id) {
        var known = found(traits.find(identityId, id), "Trait");
        return TraitView.of(known.trait(), known.createdAt());
    }
}
