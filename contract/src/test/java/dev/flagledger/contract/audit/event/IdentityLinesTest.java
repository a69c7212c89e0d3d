package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.engine.Shop;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class IdentityLinesTest {

    @Test
    void aManagedIdentityHasALine() {
        var created = new ManagedIdentityCreated(Shop.LIVE, Shop.USER_88, "user-88");

        assertThat(IdentityLines.of(Shop.open().state(), created, UnaryOperator.identity()))
                .extracting(AuditLine::log)
                .containsExactly("New Identity created: user-88");
    }
}
