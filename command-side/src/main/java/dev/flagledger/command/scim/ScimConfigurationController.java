package dev.flagledger.command.scim;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.scim.ScimTokens;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.scim.ScimCommand;
import dev.flagledger.api.scim.ScimCommand.ChangeScimToken;
import dev.flagledger.api.scim.ScimCommand.ConnectScim;
import dev.flagledger.api.scim.ScimCommand.DisconnectScim;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.scim.ScimAddress;
import dev.flagledger.contract.view.organisation.ScimConfigurationView;
import dev.flagledger.engine.state.organisation.scim.Connection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that connect an organisation with its directory. Only users may call them, not machines. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/scim")
class ScimConfigurationController {

    private final ScimTokens tokens;
    private final OwnAddress address;

    ScimConfigurationController(ScimTokens tokens, OwnAddress address) {
        this.tokens = tokens;
        this.address = address;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ScimConfigurationView connect(CommandContext context, @PathVariable int id, HttpServletRequest request) {
        context.access().organisation(id, Permission.ORGANISATION_ADMIN);
        return withToken(context, new ConnectScim(id), request);
    }

    @PostMapping("/regenerate-token")
    @ResponseStatus(HttpStatus.CREATED)
    ScimConfigurationView changeToken(CommandContext context, @PathVariable int id, HttpServletRequest request) {
        connection(context, id);
        return withToken(context, new ChangeScimToken(id), request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(CommandContext context, @PathVariable int id) {
        connection(context, id);
        context.send(new DisconnectScim(id), () -> tokens.remove(id));
    }

    private ScimConfigurationView withToken(CommandContext context, ScimCommand command, HttpServletRequest request) {
        var token = ScimTokens.draw();
        context.send(command, () -> tokens.store(command.organisationId(), token));
        var connection = connection(context, command.organisationId());
        return ScimConfigurationView.of(connection, ScimAddress.below(address.of(request)), token);
    }

    private static Connection connection(CommandContext context, int id) {
        var provisioning = context.access()
                .organisation(id, Permission.ORGANISATION_ADMIN)
                .access()
                .provisioning();
        return found(Optional.ofNullable(provisioning.connection()), "ScimConfiguration");
    }
}
