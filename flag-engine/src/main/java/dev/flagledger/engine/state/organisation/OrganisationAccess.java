package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.engine.state.organisation.grant.Grants;
import dev.flagledger.engine.state.organisation.group.Groups;
import dev.flagledger.engine.state.organisation.invite.Invitations;
import dev.flagledger.engine.state.organisation.login.LoginRules;
import dev.flagledger.engine.state.organisation.provider.IdentityProviders;
import dev.flagledger.engine.state.organisation.role.Roles;
import dev.flagledger.engine.state.organisation.saml.SamlConfigurations;
import dev.flagledger.engine.state.organisation.scim.Provisioning;
import dev.flagledger.engine.state.organisation.trust.TrustRelationships;

/**
 * Who may do what in an organisation, and how they prove who they are.
 *
 * @param invitations invitations that are open
 * @param groups groups of members
 * @param grants permissions granted to members and groups on the organisation itself
 * @param roles roles, and who holds them
 * @param loginRules ways in which members may log in
 * @param providers identity providers
 * @param saml configurations of logins by SAML
 * @param trusts workloads that are trusted
 * @param provisioning what the directory that provisions people says
 */
public record OrganisationAccess(
        Invitations invitations,
        Groups groups,
        Grants grants,
        Roles roles,
        LoginRules loginRules,
        IdentityProviders providers,
        SamlConfigurations saml,
        TrustRelationships trusts,
        Provisioning provisioning) {

    /** Nothing beyond the members themselves. */
    public static final OrganisationAccess NONE = new OrganisationAccess(
            Invitations.NONE,
            Groups.NONE,
            Grants.NONE,
            Roles.NONE,
            LoginRules.NONE,
            IdentityProviders.NONE,
            SamlConfigurations.NONE,
            TrustRelationships.NONE,
            Provisioning.NONE);

    /** Returns this with other invitations. */
    public OrganisationAccess with(Invitations changed) {
        return new OrganisationAccess(
                changed, groups, grants, roles, loginRules, providers, saml, trusts, provisioning);
    }

    /** Returns this with other groups. */
    public OrganisationAccess with(Groups changed) {
        return new OrganisationAccess(
                invitations, changed, grants, roles, loginRules, providers, saml, trusts, provisioning);
    }

    /** Returns this with other grants. */
    public OrganisationAccess with(Grants changed) {
        return new OrganisationAccess(
                invitations, groups, changed, roles, loginRules, providers, saml, trusts, provisioning);
    }

    /** Returns this with other roles. */
    public OrganisationAccess with(Roles changed) {
        return new OrganisationAccess(
                invitations, groups, grants, changed, loginRules, providers, saml, trusts, provisioning);
    }

    /** Returns this with other login rules. */
    public OrganisationAccess with(LoginRules changed) {
        return new OrganisationAccess(
                invitations, groups, grants, roles, changed, providers, saml, trusts, provisioning);
    }

    /** Returns this with other providers. */
    public OrganisationAccess with(IdentityProviders changed) {
        return new OrganisationAccess(
                invitations, groups, grants, roles, loginRules, changed, saml, trusts, provisioning);
    }

    /** Returns this with other configurations of SAML. */
    public OrganisationAccess with(SamlConfigurations changed) {
        return new OrganisationAccess(
                invitations, groups, grants, roles, loginRules, providers, changed, trusts, provisioning);
    }

    /** Returns this with other trusts. */
    public OrganisationAccess with(TrustRelationships changed) {
        return new OrganisationAccess(
                invitations, groups, grants, roles, loginRules, providers, saml, changed, provisioning);
    }

    /** Returns this with other provisioning. */
    public OrganisationAccess with(Provisioning changed) {
        return new OrganisationAccess(invitations, groups, grants, roles, loginRules, providers, saml, trusts, changed);
    }

    OrganisationAccess evolve(GroupEvent event) {
        var changed = with(groups.evolve(event)).with(provisioning.evolve(event));
        return event instanceof GroupDeleted
                ? changed.with(invitations.withoutGroup(event.groupId())).without(GrantHolder.group(event.groupId()))
                : changed;
    }

    OrganisationAccess evolve(GrantEvent event) {
        return with(grants.evolve(event));
    }

    OrganisationAccess evolve(RoleEvent event) {
        return with(roles.evolve(event));
    }

    OrganisationAccess evolve(TrustEvent event) {
        return with(trusts.evolve(event));
    }

    OrganisationAccess joinedBy(int userId) {
        return with(invitations.joinedBy(userId)).with(provisioning.joinedBy(userId));
    }

    /** Returns this after a member left, without what the member was granted. */
    OrganisationAccess leftBy(int userId) {
        return with(groups.without(userId)).with(invitations.leftBy(userId)).without(GrantHolder.user(userId));
    }

    /** Returns this without what the holder was granted. */
    OrganisationAccess without(GrantHolder holder) {
        return with(grants.without(holder)).with(roles.without(holder));
    }
}
