package dev.flagledger.command.provider;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.secret.ClientSecrets;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.AddOidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.ChangeOidcProvider;
import dev.flagledger.api.provider.OidcProviderCommand.RemoveOidcProvider;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.provider.OidcProviderForm.Requested;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.OidcProviderView;
import dev.flagledger.installation.id.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add, change and remove identity providers of an organisation that speak OpenID Connect. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/oidc-providers")
class OidcProviderController {

    private final Ids ids;
    private final OidcProviderForm forms;
    private final ClientSecrets secrets;
    private final ProviderRemoval removal;
    private final OwnAddress address;

    OidcProviderController(
            Ids ids, OidcProviderForm forms, ClientSecrets secrets, ProviderRemoval removal, OwnAddress address) {
        this.ids = ids;
        this.forms = forms;
        this.secrets = secrets;
        this.removal = removal;
        this.address = address;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OidcProviderView add(
            CommandContext context, @PathVariable int organisation, Form form, HttpServletRequest request) {
        context.access().organisation(organisation, Permission.ORGANISATION_ADMIN);
        var requested = forms.create(form);
        form.validate();
        int id = ids.next(Ids.Kind.OIDC_PROVIDER);
        context.send(
                new AddOidcProvider(organisation, id, requested.provider()),
                () -> secrets.store(id, String.valueOf(requested.secret())));
        return view(context, organisation, id, request);
    }

    @PutMapping("/{id}")
    OidcProviderView replace(
            CommandContext context,
            @PathVariable int organisation,
            @PathVariable int id,
            Form form,
            HttpServletRequest request) {
        var current = provider(context, organisation, id);
        return changed(context, organisation, id, forms.replace(form, current), form, request);
    }

    @PatchMapping("/{id}")
    OidcProviderView change(
            CommandContext context,
            @PathVariable int organisation,
            @PathVariable int id,
            Form form,
            HttpServletRequest request) {
        var current = provider(context, organisation, id);
        return changed(context, organisation, id, forms.change(form, current), form, request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable int organisation, @PathVariable int id) {
        provider(context, organisation, id);
        context.send(new RemoveOidcProvider(organisation, id), () -> removal.forget(organisation, Set.of(id)));
    }

    private OidcProviderView changed(
            CommandContext context,
            int organisation,
            int id,
            Requested requested,
            Form form,
            HttpServletRequest request) {
        form.validate();
        var current = provider(context, organisation, id);
        var secret = requested.secret();
        var edit = new Edit<>(current, requested.provider());
        context.send(new ChangeOidcProvider(organisation, id, edit, secret != null), () -> {
            if (secret != null) {
                secrets.store(id, secret);
            }
            // Another issuer may call other people by the same subjects.
            if (!requested.provider().issuer().equals(current.issuer())) {
                removal.forgetLinks(organisation, id);
            }
        });
        return view(context, organisation, id, request);
    }

    private OidcProviderView view(CommandContext context, int organisation, int id, HttpServletRequest request) {
        return OidcProviderView.of(id, organisation, provider(context, organisation, id), address.of(request));
    }

    private static OidcProvider provider(CommandContext context, int organisation, int id) {
        var known = context.access().organisation(organisation, Permission.ORGANISATION_ADMIN);
        return found(Optional.ofNullable(known.access().providers().oidc().get(id)), "OidcProvider");
    }
}
