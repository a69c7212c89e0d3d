package dev.flagledger.query.audit.description.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.query.audit.description.EventDescription;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InviteDescriptionsTest {

    private static final int ACME = Shop.ORGANISATION;
    private static final InviteCreated CREATED =
            new InviteCreated(ACME, 8, 77, "eve@example.test", Role.USER, List.of());

    private final History history = Shop.open().then(CREATED);

    @ParameterizedTest
    @CsvSource({
        "created, New Invite created: %s",
        "resent, Invite sent again: %s",
        "accepted, Invite accepted: %s",
        "deleted, Invite deleted: %s"
    })
    void anInviteNamesThePersonUntilErased(String what, String text) {
        var told = InviteDescriptions.of(history.state(), event(what));

        assertThat(told.summary()).isEqualTo(text.formatted("eve@example.test"));
        var redaction = Objects.requireNonNull(told.redaction());
        assertThat(redaction.subject()).isEqualTo(Subject.user(77));
        assertThat(redaction.log()).isEqualTo(text.formatted("erased"));
    }

    private static InviteEvent event(String what) {
        return switch (what) {
            case "created" -> CREATED;
            case "resent" -> new InviteRepeated(ACME, 8);
            case "accepted" -> new InviteAccepted(ACME, 8, 77);
            default -> new InviteDeleted(ACME, 8);
        };
    }

    @Test
    void anInviteThatIsUnknownHasItsId() {
        assertThat(InviteDescriptions.of(history.state(), new InviteDeleted(ACME, 9)))
                .isEqualTo(EventDescription.of("Invite deleted: 9"));
    }

    @Test
    void linksHaveNoNames() {
        var end = Instant.parse("2031-01-02T00:00:00Z");
        assertThat(InviteDescriptions.of(history.state(), new InviteLinkCreated(ACME, 9, Role.ADMIN, end)))
                .isEqualTo(EventDescription.of(
                        "New Invite link created: 9",
                        List.of(
                                new FieldChange("role", null, "ADMIN"),
                                new FieldChange("expires_at", null, "2031-01-02T00:00:00Z"))));
        assertThat(InviteDescriptions.of(history.state(), new InviteLinkDeleted(ACME, 9))
                        .summary())
                .isEqualTo("Invite link deleted: 9");

        var used = InviteDescriptions.of(history.state(), new InviteLinkUsed(ACME, 9, Shop.BO));
        assertThat(used.summary()).isEqualTo("Invite link 9 used by: bo@example.test");
        assertThat(Objects.requireNonNull(used.redaction()).log()).isEqualTo("Invite link 9 used by: erased");
    }
}
