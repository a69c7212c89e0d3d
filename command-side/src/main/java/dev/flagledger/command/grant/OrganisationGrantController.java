package dev.flagledger.command.grant;

import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.grant.GrantEndpoints.Target;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.grant.GrantView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that grant permissions on an organisation. */
@RestController
@RequestMapping({"/api/v1/organisations/{id}/user-permissions", "/api/v1/organisations/{id}/user-group-permissions"})
class OrganisationGrantController {

    private final GrantEndpoints endpoints;

    OrganisationGrantController(GrantEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GrantView create(CommandContext context, @PathVariable int id, HttpServletRequest request, Form form) {
        return endpoints.create(context, target(context, id, request), form);
    }

    @PutMapping("/{grantId}")
    GrantView replace(
            CommandContext context,
            @PathVariable int id,
            HttpServletRequest request,
            @PathVariable int grantId,
            Form form) {
        return endpoints.change(context, target(context, id, request), grantId, form, true);
    }

    @PatchMapping("/{grantId}")
    GrantView change(
            CommandContext context,
            @PathVariable int id,
            HttpServletRequest request,
            @PathVariable int grantId,
            Form form) {
        return endpoints.change(context, target(context, id, request), grantId, form, false);
    }

    @DeleteMapping("/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id, HttpServletRequest request, @PathVariable int grantId) {
        endpoints.delete(context, target(context, id, request), grantId);
    }

    private static Target target(CommandContext context, int id, HttpServletRequest request) {
        context.access().requireAdmin(id);
        return new Target(id, GrantPlace.organisation(id), GrantEndpoints.holders(request));
    }
}
