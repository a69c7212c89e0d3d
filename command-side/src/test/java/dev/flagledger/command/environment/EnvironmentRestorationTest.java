package dev.flagledger.command.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.RestoreEnvironment;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.TestIdentityLog;
import dev.flagledger.command.grant.CreatorGrants;
import dev.flagledger.command.identity.IdentityRestoration;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EnvironmentRestorationTest {

    private static final Setting ON = new Setting(true, FeatureValue.of("red"));
    private static final TestNode NODE = TestNode.on(
            TestDatabase.fresh().migrated(),
            TestCommandSide.class,
            TestIdentityLog.class,
            CreatorGrants.class,
            EnvironmentRestoration.class,
            IdentityRestoration.class);

    private final FoundedShop shop = new FoundedShop(NODE);
    private final Ids ids = NODE.get(Ids.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    /** Its name does not tell: the restored one may have been renamed already. */
    @Test
    void aDeletedEnvironmentIsCreatedAgainOnce() {
        var uuid = UUID.randomUUID();
        restore(uuid, List.of());

        assertThatThrownBy(() -> restore(uuid, List.of()))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Restored().toString());
    }

    /** A feature may have been deleted, and others created, since the command was planned. */
    @Test
    void itHasTheFeaturesThatThereAre() {
        int known = shop.feature();
        int later = shop.feature();

        int id = restore(UUID.randomUUID(), List.of(known, ids.next(Ids.Kind.FEATURE)));

        var environment = shop.context().installation().environment(id).orElseThrow();
        assertThat(environment.flags()).containsOnlyKeys(known, later);
        assertThat(environment.flag(known).environmentDefault().setting()).isEqualTo(ON);
        assertThat(environment.flag(later).environmentDefault().setting().enabled())
                .isFalse();
        var override = environment.flag(known).identities().values().iterator().next();
        assertThat(override.identifier()).isEqualTo("bob");
        assertThat(NODE.get(IdentityReader.class).find(id, override.identityId()))
                .hasValueSatisfying(identity -> assertThat(identity.traits()).hasSize(1));
    }

    /** A segment and an option may have been deleted since the command was planned. */
    @Test
    void itHasNothingForSegmentsAndOptionsThatAreGone() {
        int feature = shop.feature();
        int segment = ids.next(Ids.Kind.SEGMENT);
        shop.send(new CreateSegment(
                segment, UUID.randomUUID(), shop.project(), Shop.definition("segment " + segment, null)));
        var shared = new Setting(true, FeatureValue.of("red"), List.of(new Variant(1, 404, 100)));
        int id = ids.next(Ids.Kind.ENVIRONMENT);
        var overrides = List.of(seed(segment, shared), seed(ids.next(Ids.Kind.SEGMENT), shared));
        int bob = ids.next(Ids.Kind.IDENTITY);
        var own = new OverrideForIdentity(id, bob, "bob", feature, state(), UUID.randomUUID(), shared);

        shop.send(new RestoreEnvironment(
                environment(id, UUID.randomUUID()),
                List.of(new InitialState(id, feature, state(), UUID.randomUUID(), shared, overrides)),
                null,
                List.of(new RestoreIdentity(id, bob, "bob", List.of(), List.of(own)))));

        var flag = shop.flag(new FlagId(id, feature));
        assertThat(flag.environmentDefault().setting()).isEqualTo(ON);
        assertThat(flag.segments()).containsOnlyKeys(segment);
        assertThat(flag.order().withState())
                .extracting(override -> Objects.requireNonNull(override.state()).setting())
                .containsExactly(ON);
        assertThat(flag.identity(bob).state().setting()).isEqualTo(ON);
    }

    private SegmentSeed seed(int segment, Setting setting) {
        int place = ids.next(Ids.Kind.FEATURE_SEGMENT);
        return new SegmentSeed(
                segment, new OverrideIds(state(), UUID.randomUUID(), place, UUID.randomUUID()), place, setting);
    }

    private CreateEnvironment environment(int id, UUID uuid) {
        return new CreateEnvironment(id, uuid, shop.project(), Shop.settings("Live " + id, "key-" + id));
    }

    private int restore(UUID uuid, List<Integer> features) {
        int id = ids.next(Ids.Kind.ENVIRONMENT);
        int identity = ids.next(Ids.Kind.IDENTITY);
        var trait = new Trait(ids.next(Ids.Kind.TRAIT), "plan", Trait.Type.UNICODE, "pro");
        var overrides = features.stream()
                .map(feature -> new OverrideForIdentity(id, identity, "bob", feature, state(), UUID.randomUUID(), ON))
                .toList();
        shop.send(new RestoreEnvironment(
                environment(id, uuid),
                features.stream()
                        .map(feature -> new InitialState(id, feature, state(), UUID.randomUUID(), ON, List.of()))
                        .toList(),
                null,
                List.of(new RestoreIdentity(id, identity, "bob", List.of(trait), overrides))));
        return id;
    }

    private int state() {
        return ids.next(Ids.Kind.FEATURE_STATE);
    }
}
