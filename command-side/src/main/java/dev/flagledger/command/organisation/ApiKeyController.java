package dev.flagledger.command.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.ApiKeyView;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
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

    private final Ids ids;
    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyController(Ids ids, ApiKeys keys, Clock clock) {
        this.ids = ids;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeyView create(CommandContext context, @PathVariable int id, Form form) {
        organisation(context, id);
        ApiKeyForm.requireName(form);
        var allocated = ApiKeys.draw();
        var blank = ApiKeyForm.read(form, new ApiKey(0, allocated.prefix(), "", null, true));
        var key =
                new ApiKey(ids.next(Ids.Kind.API_KEY), blank.prefix(), blank.name(), blank.expiresAt(), blank.admin());
        context.send(
                new CreateApiKey(id, key),
                () -> keys.store(new ApiKeys.Holder(key.id(), key.name()), allocated, key.expiresAt()));
        return view(context, id, key).showing(allocated.text());
    }

    @PutMapping("/{prefix}")
    ApiKeyView replace(CommandContext context, @PathVariable int id, @PathVariable String prefix, Form form) {
        ApiKeyForm.requireName(form);
        return change(context, id, prefix, form);
    }

    @PatchMapping("/{prefix}")
    ApiKeyView change(CommandContext context, @PathVariable int id, @PathVariable String prefix, Form form) {
        var current = key(context, id, prefix);
        var requested = ApiKeyForm.read(form, current);
        boolean revokes = ApiKeyForm.revokes(form);
        context.send(new ChangeApiKey(id, new Edit<>(current, requested)), () -> keep(current, requested));
        var changed = view(context, id, requested);
        if (revokes) {
            revoke(context, id, requested);
        }
        return revokes ? changed.afterRevocation() : changed;
    }

    @DeleteMapping("/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id, @PathVariable String prefix) {
        revoke(context, id, key(context, id, prefix));
    }

    /** Updates only what the request changed: the rest may have been changed by another request. */
    private void keep(ApiKey current, ApiKey requested) {
        if (!requested.name().equals(current.name())) {
            keys.rename(new ApiKeys.Holder(requested.id(), requested.name()));
        }
        if (!Objects.equals(requested.expiresAt(), current.expiresAt())) {
            keys.expire(requested.id(), requested.expiresAt());
        }
    }

    private void revoke(CommandContext context, int organisation, ApiKey key) {
        context.send(new RevokeApiKey(organisation, key.id()), () -> keys.remove(key.id()));
    }

    private ApiKeyView view(CommandContext context, int organisation, ApiKey key) {
        var issued = organisation(context, organisation).ownKeyOfPrefix(key.prefix());
        return ApiKeyView.of(AccessContext.found(issued, "MasterAPIKey"), clock.instant());
    }

    private static ApiKey key(CommandContext context, int organisation, String prefix) {
        return AccessContext.found(organisation(context, organisation).ownKeyOfPrefix(prefix), "MasterAPIKey")
                .key();
    }

    private static Organisation organisation(CommandContext context, int id) {
        return context.access().organisation(id, Permission.ORGANISATION_ADMIN);
    }
}
