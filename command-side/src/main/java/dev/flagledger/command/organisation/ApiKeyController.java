package dev.flagledger.command.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.ApiKeyView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and revoke an organisation's API keys. Only users may call them, not API keys. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/master-api-keys")
class ApiKeyController {

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;
    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyController(Commands commands, Ids ids, History<Installation> fold, ApiKeys keys, Clock clock) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeyView create(Attribution caller, @PathVariable int id, Form form) {
        organisation(caller, id);
        ApiKeyForm.requireName(form);
        var drawn = ApiKeys.draw();
        var blank = ApiKeyForm.read(form, new ApiKey(0, drawn.prefix(), "", null));
        var key = new ApiKey(ids.next(Ids.Kind.API_KEY), blank.prefix(), blank.name(), blank.expiresAt());
        commands.send(
                new CreateApiKey(id, key),
                caller,
                () -> keys.store(new ApiKeys.Holder(key.id(), key.name()), drawn, key.expiresAt()));
        return view(caller, id, key).showing(drawn.text());
    }

    @PutMapping("/{prefix}")
    ApiKeyView replace(Attribution caller, @PathVariable int id, @PathVariable String prefix, Form form) {
        ApiKeyForm.requireName(form);
        return change(caller, id, prefix, form);
    }

    @PatchMapping("/{prefix}")
    ApiKeyView change(Attribution caller, @PathVariable int id, @PathVariable String prefix, Form form) {
        var now = key(caller, id, prefix);
        var wanted = ApiKeyForm.read(form, now);
        boolean revokes = ApiKeyForm.revokes(form);
        commands.send(new ChangeApiKey(id, new Edit<>(now, wanted)), caller, () -> keep(now, wanted));
        var changed = view(caller, id, wanted);
        if (revokes) {
            revoke(caller, id, wanted);
        }
        return revokes ? changed.afterRevocation() : changed;
    }

    @DeleteMapping("/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int id, @PathVariable String prefix) {
        revoke(caller, id, key(caller, id, prefix));
    }

    /** Updates only what the request changed: the rest may have been changed by another request. */
    private void keep(ApiKey now, ApiKey wanted) {
        if (!wanted.name().equals(now.name())) {
            keys.rename(new ApiKeys.Holder(wanted.id(), wanted.name()));
        }
        if (!Objects.equals(wanted.expiresAt(), now.expiresAt())) {
            keys.expire(wanted.id(), wanted.expiresAt());
        }
    }

    private void revoke(Attribution caller, int organisation, ApiKey key) {
        commands.send(new RevokeApiKey(organisation, key.id()), caller, () -> keys.remove(key.id()));
    }

    private ApiKeyView view(Attribution caller, int organisation, ApiKey key) {
        var issued = organisation(caller, organisation).keyOfPrefix(key.prefix());
        return ApiKeyView.of(AccessContext.found(issued, "MasterAPIKey"), clock.instant());
    }

    private ApiKey key(Attribution caller, int organisation, String prefix) {
        return AccessContext.found(organisation(caller, organisation).keyOfPrefix(prefix), "MasterAPIKey")
                .key();
    }

    private Organisation organisation(Attribution caller, int id) {
        return new AccessContext(fold.state(), caller.actor()).organisation(id, Permission.ORGANISATION_ADMIN);
    }
}
