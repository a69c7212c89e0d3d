package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.organisation.Organisation.IssuedKey;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;

/** Folds events into organisations. */
public final class OrganisationFold {

    private OrganisationFold() {}

    public static PSortedMap<Integer, Organisation> evolve(
            PSortedMap<Integer, Organisation> organisations, OrganisationEvent event, Instant at, Actor actor) {
        int id = event.organisationId();
        return switch (event) {
            case LoginRuleEvent e ->
                with(organisations, id, before -> before.with(LoginRuleFold.evolve(before.access(), e, at)));
            case OrganisationCreated e -> organisations.plus(id, new Organisation(id, e.uuid(), e.settings(), at));
            case OrganisationDeleted _ -> {
                Lookup.required(organisations, id, "organisation");
                yield organisations.minus(id);
            }
            case OrganisationChanged e -> with(organisations, id, before -> before.with(e.settings()));
            case MemberJoined e -> with(organisations, id, before -> before.joinedBy(e.userId(), e.role()));
            case MemberRoleChanged e -> with(organisations, id, before -> before.joinedBy(e.userId(), e.role()));
            case MemberRemoved e -> with(organisations, id, before -> before.leftBy(e.userId()));
            case GroupEvent e ->
                with(organisations, id, before -> before.with(before.access().evolve(e)));
            case GrantEvent e ->
                with(organisations, id, before -> before.with(before.access().evolve(e)));
            case SamlEvent e ->
                with(
                        organisations,
                        id,
                        before -> before.with(
                                before.access().with(before.access().saml().evolve(e))));
            case ScimEvent e ->
                with(
                        organisations,
                        id,
                        before -> before.with(before.access()
                                .with(before.access().provisioning().evolve(e, at))));
            case RoleEvent e ->
                with(organisations, id, before -> before.with(before.access().evolve(e)));
            case TrustEvent e ->
                with(organisations, id, before -> before.with(before.access().evolve(e)));
            case ApiKeyCreated e ->
                with(organisations, id, before -> before.with(new IssuedKey(e.key(), at, actor.userId())));
            case ApiKeyChanged e -> with(organisations, id, before -> before.changed(e.key()));
            case ApiKeyFirstUsed _ -> organisations;
            case RetentionChanged e -> retained(organisations, id, before -> before.lasting(e.days()));
            case LegalHoldPlaced _ -> retained(organisations, id, before -> before.held(true));
            case LegalHoldLifted _ -> retained(organisations, id, before -> before.held(false));
            case EventsPruned e -> retained(organisations, id, before -> before.prunedTo(e.horizon()));
            case OidcProviderEvent e ->
                with(
                        organisations,
                        id,
                        before -> before.with(
                                before.access().with(before.access().providers().evolve(e))));
            case ApiKeyRevoked e -> with(organisations, id, before -> before.withoutKey(e.keyId()));
            case InviteEvent e ->
                with(
                        organisations,
                        id,
                        before -> before.with(before.access()
                                .with(before.access().invitations().evolve(e, at, actor))));
        };
    }

    private static PSortedMap<Integer, Organisation> retained(
            PSortedMap<Integer, Organisation> organisations, int id, UnaryOperator<EventRetention> change) {
        return with(organisations, id, before -> before.with(change.apply(before.retention())));
    }

    /** Returns the organisations after an event of a webhook of one of them. */
    public static PSortedMap<Integer, Organisation> evolve(
            PSortedMap<Integer, Organisation> organisations, WebhookEvent event, Instant at) {
        return with(organisations, event.owner().id(), before -> before.evolve(event, at));
    }

    private static PSortedMap<Integer, Organisation> with(
            PSortedMap<Integer, Organisation> organisations, int id, UnaryOperator<Organisation> change) {
        return organisations.plus(id, change.apply(Lookup.required(organisations, id, "organisation")));
    }
}
