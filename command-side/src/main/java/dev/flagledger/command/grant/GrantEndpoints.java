package dev.flagledger.command.grant;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Edit;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand.ChangeGrant;
import dev.flagledger.api.grant.GrantCommand.GrantPermissions;
import dev.flagledger.api.grant.GrantCommand.WithdrawGrant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.access.GrantTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.grant.GrantView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.grant.Grants;
import dev.flagledger.installation.id.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** What the endpoints of all levels have in common. Their callers are admins of the object. */
@Component
final class GrantEndpoints {

    private final Ids ids;

    GrantEndpoints(Ids ids) {
        this.ids = ids;
    }

    /** The path of an endpoint: the object, its organisation, and whether it is about users or groups. */
    record Target(int organisationId, GrantPlace place, GrantHolder.Kind kind) {

        private Organisation organisation(Installation installation) {
            return found(installation.organisation(organisationId), "Organisation");
        }

        private Grant grant(Installation installation, int id) {
            return found(
                    grants(installation)
                            .flatMap(grants -> grants.find(place, id))
                            .filter(this::isOf),
                    GrantTexts.model(kind, place.kind()));
        }

        private Optional<Grants> grants(Installation installation) {
            return place.kind() == GrantPlace.Kind.ORGANISATION
                    ? installation
                            .organisation(organisationId)
                            .map(organisation -> organisation.access().grants())
                    : installation.projectOf(place.scope()).map(project -> project.grants());
        }

        private boolean isOf(Grant grant) {
            return grant.holder().kind() == kind;
        }
    }

    /** Returns whether the route is about users or groups. */
    static GrantHolder.Kind holders(HttpServletRequest request) {
        var route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return route.contains("/user-group-permissions") ? GrantHolder.Kind.GROUP : GrantHolder.Kind.USER;
    }

    GrantView create(CommandContext context, Target target, Form form) {
        var organisation = target.organisation(context.installation());
        var wanted = new GrantForm(form, organisation, target.kind()).create(0, target.place());
        var grant = new Grant(
                ids.next(Ids.Kind.GRANT), wanted.holder(), wanted.place(), wanted.admin(), wanted.permissions());
        context.send(new GrantPermissions(target.organisationId(), grant));
        return view(context, target, grant.id());
    }

    GrantView change(CommandContext context, Target target, int id, Form form, boolean replaces) {
        var installation = context.installation();
        var current = target.grant(installation, id);
        var wanted = new GrantForm(form, target.organisation(installation), target.kind()).change(current, replaces);
        context.send(new ChangeGrant(target.organisationId(), new Edit<>(current, wanted)));
        return view(context, target, id);
    }

    void delete(CommandContext context, Target target, int id) {
        target.grant(context.installation(), id);
        context.send(new WithdrawGrant(target.organisationId(), id, target.place()));
    }

    /** Another request may have withdrawn it in the meantime. */
    private static GrantView view(CommandContext context, Target target, int id) {
        return GrantView.of(target.grant(context.installation(), id));
    }
}
