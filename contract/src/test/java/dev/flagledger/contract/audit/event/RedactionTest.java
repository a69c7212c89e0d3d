package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines with personal data, before and after the erasure. */
class RedactionTest {

    private static final Subject BOB = Subject.identity(Shop.USER_88);

    static Stream<Arguments> events() {
        var override = "Flag state / Remote config value %s for feature 'basket_v2' and identity '%s'";
        return Stream.of(
                Arguments.of(
                        new ManagedIdentityCreated(Shop.LIVE, Shop.USER_88, "user-88"),
                        BOB,
                        "New Identity created: user-88",
                        "New Identity created: erased"),
                Arguments.of(
                        new ManagedIdentityRenamed(Shop.LIVE, Shop.USER_88, "user-89"),
                        BOB,
                        "Identity updated: user-89",
                        "Identity updated: erased"),
                Arguments.of(
                        new ManagedIdentityDeleted(Shop.LIVE, Shop.USER_88),
                        BOB,
                        "Identity deleted: user-88",
                        "Identity deleted: erased"),
                Arguments.of(
                        Shop.identityChanged(true, FeatureValue.of("blue")),
                        BOB,
                        override.formatted("updated", "user-88"),
                        override.formatted("updated", "erased")),
                Arguments.of(
                        new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET),
                        BOB,
                        override.formatted("deleted", "user-88"),
                        override.formatted("deleted", "erased")),
                Arguments.of(
                        new UserLoginLocked(Shop.ANA),
                        Subject.user(Shop.ANA),
                        "Logins refused after too many that failed: ana@example.test",
                        "Logins refused after too many that failed: erased"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesAreReplacedByATombstone(LedgerEvent event, Subject subject, String log, String erased) {
        var history = Shop.withBasket().then(Shop.overriddenForIdentity(false, FeatureValue.of("blue")), event);

        var line = Lines.of(history).getFirst();

        assertThat(line.log()).isEqualTo(log);
        assertThat(named(line).subject()).isEqualTo(subject);
        assertThat(named(line).log()).isEqualTo(erased);
    }

    @Test
    void namesInChangesAreReplaced() {
        var history = Shop.withBasket()
                .then(
                        Shop.overriddenForIdentity(true, FeatureValue.NONE),
                        new ManagedIdentityRenamed(Shop.LIVE, Shop.USER_88, "user-89"));

        var line = Lines.line(history);

        assertThat(line.changes()).containsExactly(new FieldChange("identifier", "user-88", "user-89"));
        assertThat(named(line).changes()).containsExactly(new FieldChange("identifier", "erased", "erased"));
    }

    @Test
    void theValueOfAnOverrideIsKept() {
        var history = Shop.withBasket()
                .then(
                        Shop.overriddenForIdentity(false, FeatureValue.of("blue")),
                        Shop.identityChanged(true, FeatureValue.of("blue")));

        assertThat(named(Lines.line(history)).changes()).isEqualTo(List.of(new FieldChange("enabled", false, true)));
    }

    @Test
    void otherLinesHaveNoRedaction() {
        assertThat(Lines.of(Shop.withBasket())).allMatch(line -> line.redaction() == null);
    }

    private static Redaction named(AuditLine line) {
        return Objects.requireNonNull(line.redaction());
    }
}
