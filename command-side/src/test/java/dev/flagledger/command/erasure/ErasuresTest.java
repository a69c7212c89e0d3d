package dev.flagledger.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.erasure.ErasureCommand.EraseFormerIdentity;
import dev.flagledger.api.erasure.ErasureCommand.EraseIdentity;
import dev.flagledger.api.erasure.ErasureCommand.EraseInvited;
import dev.flagledger.api.erasure.ErasureCommand.EraseMember;
import dev.flagledger.api.erasure.ErasureCommand.EraseOneself;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.TestIdentityLog;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.context.TestContexts;
import dev.flagledger.command.erasure.search.FormerIdentities;
import dev.flagledger.command.erasure.search.KnownNames;
import dev.flagledger.command.identity.IdentityRemoval;
import dev.flagledger.command.invite.InviteRemoval;
import dev.flagledger.command.organisation.MemberRemoval;
import dev.flagledger.command.user.account.SuperuserLock;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.log.IdentityHistory;
import dev.flagledger.ledger.log.EndedObjects;
import dev.flagledger.ledger.log.store.LogSearch;
import dev.flagledger.ledger.log.stream.StreamSearch;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class ErasuresTest {

    private static final TestNode NODE = TestNode.on(
            TestDatabase.fresh().migrated(),
            TestCommandSide.class,
            Accounts.class,
            Encoder.class,
            EndedObjects.class,
            ErasureRecords.class,
            Erasures.class,
            FormerIdentities.class,
            IdentityErasures.class,
            IdentityHistory.class,
            IdentityRemoval.class,
            Identities.class,
            InvitedErasures.class,
            InvitedPeople.class,
            InviteRemoval.class,
            KnownNames.class,
            LogSearch.class,
            MemberRemoval.class,
            StreamSearch.class,
            SuperuserLock.class,
            TestIdentityLog.class);

    private final FoundedShop shop = new FoundedShop(NODE);
    private final CommandContext context = shop.context();

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aUserWhoIsNoMemberIsMissing() {
        assertThatThrownBy(() -> context.send(new EraseMember(UUID.randomUUID(), shop.organisation(), 1_000_077)))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing("FFAdminUser").toString());
    }

    @Test
    void theLastAdminCannotBeErased() {
        assertThatThrownBy(() -> context.send(new EraseOneself(UUID.randomUUID(), shop.ana())))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Invalid(Rule.LAST_ADMIN).toString());
        assertThat(context.installation()
                        .organisation(shop.organisation())
                        .orElseThrow()
                        .members())
                .containsKey(shop.ana());
    }

    @Test
    void nobodyErasesAnotherWithoutBeingAdmin() {
        var stranger = TestContexts.of(NODE, Actor.user(1_000_077, "eve@example.test"));
        assertThatThrownBy(() -> stranger.send(new EraseMember(UUID.randomUUID(), shop.organisation(), shop.ana())))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Forbidden().toString());
    }

    /** They are above the admins of an organisation, and there must be one. */
    @Test
    void adminsDoNotEraseSuperusers() {
        int root = NODE.get(Ids.class).next(Ids.Kind.USER);
        var system = context.by(Actor.SYSTEM);
        system.send(new RegisterUser(root, UUID.randomUUID(), "root@example.test", "Ro", "Ot"));
        system.send(new ChangeSuperuser(root, true));
        system.send(new AdmitMember(shop.organisation(), root, Role.USER));

        assertThatThrownBy(() -> context.send(new EraseMember(UUID.randomUUID(), shop.organisation(), root)))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Forbidden().toString());
    }

    @Test
    void anErasedIdentityHasNoOverrides() {
        var flag = new FlagId(shop.environment(), shop.feature());
        int identity = Shop.USER_88;
        context.send(new OverrideForIdentity(
                flag.environmentId(),
                identity,
                "user-88",
                flag.featureId(),
                1_000_130,
                Shop.id(130),
                new Setting(true, FeatureValue.NONE)));
        assertThat(shop.flag(flag).identities()).containsKey(identity);

        context.send(new EraseIdentity(UUID.randomUUID(), flag.environmentId(), identity));

        assertThat(shop.flag(flag).identities()).isEmpty();
        assertThatThrownBy(() -> context.send(new EraseIdentity(UUID.randomUUID(), flag.environmentId(), identity)))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing("Identity").toString());
    }

    /** The route asks only for those that it has found; the commands stand for themselves. */
    @Test
    void nobodyIsErasedWhoNeverWas() {
        assertThatThrownBy(() -> context.send(
                        new EraseInvited(UUID.randomUUID(), shop.organisation(), 1_000_077, "bo@example.test")))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing("Invite").toString());
        assertThatThrownBy(() -> context.send(
                        new EraseFormerIdentity(UUID.randomUUID(), shop.organisation(), shop.environment(), 1_000_078)))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing("Identity").toString());
    }

    static class Encoder {

        @Bean
        PasswordEncoder encoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }
    }
}
