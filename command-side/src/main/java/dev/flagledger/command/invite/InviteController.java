package dev.flagledger.command.invite;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.application.ApplicationScope;
import dev.flagledger.api.access.Permission;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.InviteSettings;
import dev.flagledger.command.limit.MinuteLimit;
import dev.flagledger.contract.error.OutOfScope;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.invite.InviteView;
import dev.flagledger.contract.view.invite.NewInviteView;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that invite people to an organisation. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class InviteController {

    private final InviteSender sender;
    private final MinuteLimit limit;

    InviteController(InviteSender sender, InviteSettings settings) {
        this.sender = sender;
        this.limit = new MinuteLimit(settings.perMinute(), Ticker.systemTicker());
    }

    @PostMapping("/invites")
    @ResponseStatus(HttpStatus.CREATED)
    NewInviteView invite(CommandContext context, @PathVariable int id, Form form) {
        var organisation = administered(context, id);
        var request = new InviteForm(organisation).one(form);
        requireScope(List.of(request));
        admit(context);
        var sent = sender.send(context, organisation, request);
        return NewInviteView.of(sent.invite(), sent.link());
    }

    /** If one of them cannot be invited after all, since somebody else has just done so, those before are. */
    @PostMapping("/invite")
    @ResponseStatus(HttpStatus.CREATED)
    List<InviteView> inviteSeveral(CommandContext context, @PathVariable int id, Form form) {
        var organisation = administered(context, id);
        var requests = new InviteForm(organisation).several(form);
        requireScope(requests);
        admit(context);
        return requests.stream()
                .map(request -> sender.send(context, organisation, request))
                .map(sent -> InviteView.of(sent.invite(), context.installation(), sent.link()))
                .toList();
    }

    /** As in Flagsmith the body is empty, unless there is no mail. */
    @PostMapping("/invites/{inviteId}/resend")
    ResponseEntity<Map<String, String>> resend(
            CommandContext context, @PathVariable int id, @PathVariable int inviteId) {
        var organisation = administered(context, id);
        admit(context);
        return sender.resend(context, organisation, inviteId)
                .map(link -> ResponseEntity.ok(Map.of("link", link)))
                .orElseGet(() -> ResponseEntity.ok().build());
    }

    @DeleteMapping("/invites/{inviteId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id, @PathVariable int inviteId) {
        sender.withdraw(context, administered(context, id), inviteId);
    }

    private void admit(CommandContext context) {
        limit.admit(context.actor().kind() + " " + context.actor().id());
    }

    /** Rights that an agent gives would remain when its access ends. */
    private static void requireScope(List<InviteForm.Request> requests) {
        if (Caller.scope() == ApplicationScope.MCP && requests.stream().anyMatch(InviteForm.Request::givesRights)) {
            throw new OutOfScope();
        }
    }

    private static Organisation administered(CommandContext context, int id) {
        var access = context.access();
        access.requireAdmin(id);
        return access.organisation(id, Permission.ORGANISATION_ADMIN);
    }
}
