package dev.flagledger.installation.identity.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.installation.identity.log.IdentityNodes;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are not as the log of identities says. */
class IdentityRebuildTest {

    private static final TestLog LOG = TestLog.fresh();

    private final IdentityNodes nodes = new IdentityNodes(LOG);
    private final IdentityLog identities = nodes.node();
    private final Rebuilds rebuilds = new Rebuilds(LOG, nodes);
    private final int environment = nodes.environment();
    private IdentityState bob = nodes.create("bob", IdentityNodes.plan());
    private final IdentityState eve = nodes.create("eve", IdentityNodes.plan());
    private final IdentityState gone = nodes.create("gone", IdentityNodes.plan());

    @AfterAll
    static void close() {
        LOG.close();
    }

    @BeforeEach
    void change() {
        var age = new Trait(IdentityNodes.id(), "age", Trait.Type.INT, "7");
        identities.handle(new ChangeTraits(environment, bob.id(), List.of(age), List.of()), IdentityNodes.BY);
        var plan = new Trait(IdentityNodes.id(), "plan", Trait.Type.UNICODE, null);
        identities.handle(new ChangeTraits(environment, bob.id(), List.of(plan), List.of()), IdentityNodes.BY);
        identities.handle(new IncrementTrait(environment, eve.id(), IdentityNodes.id(), "logins", 2), IdentityNodes.BY);
        identities.handle(new ChangeTraits(environment, eve.id(), List.of(), List.of("plan")), IdentityNodes.BY);
        bob = identities.handle(new RenameIdentity(environment, bob.id(), "Robert"), IdentityNodes.BY);
        identities.handle(new DeleteIdentity(environment, gone.id()), IdentityNodes.BY);
    }

    @Test
    void rowsThatAreRightAreLeftAlone() {
        var before = rebuilds.places();

        var result = rebuilds.run();

        assertThat(result.failure()).isNull();
        assertThat(result.differing()).isZero();
        assertThat(result.compared())
                .isEqualTo(LOG.jdbc()
                        .sql("select count(distinct stream_event.stream) from ledger.stream_event")
                        .query(Long.class)
                        .single());
        assertThat(rebuilds.places()).isEqualTo(before);
        assertThat(rebuilds.changed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update installation.trait set value = '8' where identity_id = IDENTITY and trait_key = 'age'",
                "update installation.trait set value = 'pro' where identity_id = IDENTITY and trait_key = 'plan'",
                "update installation.trait set value_type = 'NONSENSE' where identity_id = IDENTITY",
                "update installation.trait set trait_key = trait_key || 's' where identity_id = IDENTITY",
                "update installation.trait set created_at = created_at + interval '1 microsecond' where identity_id = IDENTITY",
                "update installation.trait set environment_id = 424242 where identity_id = IDENTITY",
                "update installation.trait set identity_id = 424242 where identity_id = IDENTITY",
                "update installation.trait set identity_id = OTHER where identity_id = IDENTITY",
                "delete from installation.trait where identity_id = IDENTITY and trait_key = 'age'",
                "insert into installation.trait select 424242, environment_id, IDENTITY, 'extra', 'INT', '1', now() from"
                        + " installation.trait where identity_id = IDENTITY limit 1",
                "insert into installation.trait values (424242, ENVIRONMENT, 424242, 'extra', 'INT', '1', now())",
                "delete from installation.identity where id = IDENTITY",
                "update installation.identity set version = 99 where id = IDENTITY",
                "update installation.identity set version = version - 1 where id = IDENTITY",
                "update installation.identity set identifier = 'bob' where id = IDENTITY",
                "update installation.identity set digest = '\\x00' where id = IDENTITY",
                "update installation.identity set folded = 'bob' where id = IDENTITY",
                "update installation.identity set environment_id = 424242 where id = IDENTITY",
                "update installation.identity set project_id = 424242 where id = IDENTITY",
                "update installation.identity set created_at = now() where id = IDENTITY",
                "update installation.identity set id = 424242 where id = IDENTITY",
                "update installation.identity set identifier = other.identifier, digest = other.digest, environment_id = 424242"
                        + " from installation.identity as other where other.id = OTHER and identity.id = IDENTITY",
                "insert into installation.identity values (424242, ENVIRONMENT, 7, 3, now(), 'extra', '\\x00', 'extra')",
                "insert into installation.identity values (DELETED, ENVIRONMENT, 7, 3, now(), 'gone', '\\x00', 'gone')",
            })
    void damagedRowsAreReplaced(String sql) {
        var before = rebuilds.rows();
        assertThat(damage(sql)).isPositive();
        assertThat(rebuilds.rows()).isNotEqualTo(before);

        var result = rebuilds.run();

        assertThat(rebuilds.rows()).isEqualTo(before);
        assertThat(result.failure()).isNull();
        assertThat(result.clashing()).isEmpty();
        assertThat(result.differing()).isBetween(1L, 2L);
        assertThat(rebuilds.changed()).hasSize((int) result.differing());
        assertThat(nodes.reader().named(environment, "Robert")).contains(bob);
        assertThat(rebuilds.run().differing()).isZero();
    }

    @Test
    void identifiersThatWereSwappedReturn() {
        var before = rebuilds.rows();
        damage("update installation.identity set digest = '\\x00' where id = IDENTITY");
        damage("update installation.identity set (identifier, digest, folded) = ('Robert', sha256('Robert'), 'robert')"
                + " where id = OTHER");

        assertThat(rebuilds.run().clashing()).isEmpty();

        assertThat(rebuilds.rows()).isEqualTo(before);
    }

    @Test
    void allRowsReturnIfBothTablesAreEmptied() {
        for (int number = 0; number < 1_200; number++) {
            nodes.create("face-" + number, IdentityNodes.plan());
        }
        var before = rebuilds.rows();
        LOG.template().execute("truncate installation.identity, installation.trait");

        var result = rebuilds.run();

        assertThat(rebuilds.rows()).isEqualTo(before);
        assertThat(result.failure()).isNull();
        assertThat(result.differing())
                .isEqualTo(before.stream()
                        .filter(row -> "identity".equals(row.get("kind")))
                        .count());
    }

    @Test
    void anIdentityWhoseIdentifierWasGivenAwayIsReported() {
        damage("delete from installation.identity where id = IDENTITY");
        damage("delete from installation.trait where identity_id = IDENTITY");
        var heir = nodes.create("Robert");

        assertThat(rebuilds.run().clashing()).containsExactly(bob.id());

        assertThat(nodes.reader().named(environment, "Robert")).contains(heir);
        identities.handle(new DeleteIdentity(environment, heir.id()), IdentityNodes.BY);
        assertThat(rebuilds.run().clashing()).isEmpty();
        assertThat(nodes.reader().named(environment, "Robert")).contains(bob);
    }

    @Test
    void erasedIdentitiesDoNotReturn() {
        damage("delete from installation.identity where id = IDENTITY");
        damage("delete from installation.trait where identity_id = IDENTITY");
        LOG.keys().destroy(Subject.identity(bob.id()));
        LOG.keys().erased(Subject.identity(bob.id()));
        LOG.end(new EventScope(1, null, null, "erased-identity:" + bob.id()));

        assertThat(rebuilds.run().differing()).isZero();
        assertThat(nodes.reader().find(environment, bob.id())).isEmpty();

        damage(
                "insert into installation.identity values (IDENTITY, ENVIRONMENT, 7, 3, now(), 'erased', '\\x00', 'erased')");
        assertThat(rebuilds.run().differing()).isOne();
        assertThat(nodes.reader().find(environment, bob.id())).isEmpty();
    }

    @Test
    void rowsOfEndedEnvironmentsAreLeftToTheirRemoval() {
        LOG.end(new EventScope(1, 7, environment, "environment:" + environment));
        damage("delete from installation.identity where id = IDENTITY");
        damage("update installation.identity set version = 99 where id = OTHER");
        var before = rebuilds.rows();

        assertThat(rebuilds.run().differing()).isZero();

        assertThat(rebuilds.rows()).isEqualTo(before);
        damage("delete from installation.identity where environment_id = ENVIRONMENT");
        damage("delete from installation.trait where environment_id = ENVIRONMENT");
    }

    private int damage(String sql) {
        return rebuilds.damage(
                sql, Map.of("IDENTITY", bob.id(), "OTHER", eve.id(), "DELETED", gone.id(), "ENVIRONMENT", environment));
    }
}
