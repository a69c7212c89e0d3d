package dev.flagledger.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claim.Kind;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameClaimsTest {

    private static final TestLog LOG = TestLog.fresh();
    private static final Claim SHOP = new Claim(Kind.PROJECT_NAME, "2", "Shop", "project-1");

    @BeforeEach
    void freeAllNames() {
        LOG.jdbc().sql("delete from ledger.claimed_name").update();
    }

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void aNameThatIsInUseIsRefused() {
        claim(SHOP);

        assertTaken(SHOP.name(), "project-2");
    }

    @Test
    void theSameNameIsFreeInOtherScopesAndForOtherKinds() {
        claim(SHOP);

        claim(new Claim(Kind.PROJECT_NAME, "3", "Shop", "project-2"));
        claim(new Claim(Kind.FEATURE_NAME, "2", "Shop", "feature-1"));
        claim(new Claim(Kind.PROJECT_NAME, "2", "shop", "project-3"));
    }

    @Test
    void anOwnerMayClaimItsNameAgain() {
        claim(SHOP);

        assertThatCode(() -> claim(SHOP)).doesNotThrowAnyException();
        assertTaken(SHOP.name(), "project-2");
    }

    @Test
    void aNewNameReleasesTheOldOne() {
        claim(SHOP);
        claim(new Claim(Kind.PROJECT_NAME, "2", "Store", "project-1"));

        claim(new Claim(Kind.PROJECT_NAME, "2", "Shop", "project-2"));
        assertTaken("Store", "project-2");
    }

    @Test
    void aClaimLastsOnlyIfItsCommandSucceeds() {
        var command = begin(SHOP);
        command.rollback();

        claim(new Claim(Kind.PROJECT_NAME, "2", "Shop", "project-2"));
    }

    @Test
    void ofSeveralClaimsNoneLastsIfOneIsRefused() {
        claim(new Claim(Kind.ENVIRONMENT_KEY, "", "key", "environment-1"));

        assertThatThrownBy(() -> claim(
                        new Claim(Kind.ENVIRONMENT_NAME, "3", "Live", "environment-2"),
                        new Claim(Kind.ENVIRONMENT_KEY, "", "key", "environment-2")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.rejection()).isEqualTo(new Rejection.Taken(Kind.ENVIRONMENT_KEY)));
        claim(new Claim(Kind.ENVIRONMENT_NAME, "3", "Live", "environment-3"));
    }

    @Test
    void theSecondOfTwoClaimsWaitsAndIsRefused() {
        var first = begin(SHOP);
        var second = CompletableFuture.runAsync(() -> claim(new Claim(Kind.PROJECT_NAME, "2", "Shop", "project-2")));
        await().until(NameClaimsTest::somebodyWaits);
        first.commit();

        assertThatThrownBy(second::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(Rejected.class);
    }

    @Test
    void theSecondOfTwoClaimsSucceedsAfterARollback() {
        var first = begin(SHOP);
        var second = CompletableFuture.runAsync(() -> claim(new Claim(Kind.PROJECT_NAME, "2", "Shop", "project-2")));
        await().until(NameClaimsTest::somebodyWaits);
        first.rollback();

        assertThatCode(second::join).doesNotThrowAnyException();
        assertTaken("Shop", "project-1");
    }

    @Test
    void ofManyConcurrentClaimsExactlyOneSucceeds() {
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 20; round++) {
                var name = "Shop " + round;
                var won = IntStream.range(0, 6)
                        .mapToObj(i -> new Claim(Kind.PROJECT_NAME, "2", name, "project-" + name + i))
                        .map(claim -> CompletableFuture.supplyAsync(() -> wins(claim), threads))
                        .toList();

                assertThat(won.stream().filter(CompletableFuture::join)).hasSize(1);
            }
        }
    }

    @Test
    void aNameOfMaximumLengthIsClaimed() {
        var name = "\u00e9".repeat(2_000);
        claim(new Claim(Kind.PROJECT_NAME, "2", name, "project-1"));

        assertTaken(name, "project-2");
    }

    @Test
    void theNamesOfWhatEndsAreReleasedAtOnce() {
        claim(SHOP);
        claim(
                new Claim(Kind.ENVIRONMENT_NAME, "1", "Live", "environment-2"),
                new Claim(Kind.ENVIRONMENT_KEY, "", "key", "environment-2"));

        begin(new Ending(List.of("project-1", "environment-2"))).commit();

        claim(new Claim(Kind.PROJECT_NAME, "2", "Shop", "project-3"));
        claim(
                new Claim(Kind.ENVIRONMENT_NAME, "1", "Live", "environment-4"),
                new Claim(Kind.ENVIRONMENT_KEY, "", "key", "environment-4"));
    }

    @Test
    void theNamesOfOtherOwnersAreKept() {
        claim(SHOP);

        begin(new Ending(List.of("project-11", "environment-1"))).commit();

        assertTaken(SHOP.name(), "project-2");
    }

    @Test
    void aRollbackKeepsTheNames() {
        claim(SHOP);
        var ending = begin(new Ending(List.of("project-1")));
        ending.rollback();

        assertTaken(SHOP.name(), "project-2");
    }

    @Test
    void aPersonsNameIsNotStored() {
        claim(new Claim(Kind.EMAIL, "", "ana@example.test", "user-1"));

        assertThat(LOG.jdbc()
                        .sql("select claimed_name::text || encode(digest, 'escape') from ledger.claimed_name")
                        .query(String.class)
                        .single())
                .doesNotContain("ana");
    }

    private static void assertTaken(String name, String owner) {
        assertThatThrownBy(() -> claim(new Claim(Kind.PROJECT_NAME, "2", name, owner)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Taken(Kind.PROJECT_NAME)));
    }

    private static boolean wins(Claim claim) {
        try {
            claim(claim);
            return true;
        } catch (Rejected _) {
            return false;
        }
    }

    private static void claim(Claim... claims) {
        begin(claims).commit();
    }

    /** Proceeds after the claims. */
    private static DefaultUnitOfWork<CommandMessage<?>> begin(Claim... claims) {
        return begin(new Wanting(List.of(claims)));
    }

    private static DefaultUnitOfWork<CommandMessage<?>> begin(LedgerCommand wanted) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(wanted);
        var command = DefaultUnitOfWork.<CommandMessage<?>>startAndGet(message);
        command.attachTransaction(LOG.transactions());
        try {
            new NameClaims(LOG.jdbc(), LOG.digests()).handle(command, () -> "handled");
            return command;
        } catch (Rejected rejected) {
            command.rollback();
            throw rejected;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean somebodyWaits() {
        return LOG.jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private record Wanting(List<Claim> claims) implements Claiming {
        @Override
        public String aggregateId() {
            return "project-1";
        }

        @Override
        public Scope scope() {
            return new Scope.Everywhere();
        }
    }

    private record Ending(List<String> ended) implements Releasing {
        @Override
        public String aggregateId() {
            return ended.getFirst();
        }

        @Override
        public Scope scope() {
            return new Scope.Everywhere();
        }
    }
}
