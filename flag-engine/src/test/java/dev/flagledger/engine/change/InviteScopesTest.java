package dev.flagledger.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.api.organisation.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InviteScopesTest {

    /** The same number is the id of an invite and of a link, which are different objects. */
    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(new InviteCreated(2, 9, 7, "eve@example.test", Role.USER, List.of()), "invite:9", false),
                Arguments.of(new InviteRepeated(2, 9), "invite:9", false),
                Arguments.of(new InviteAccepted(2, 9, 7), "invite:9", true),
                Arguments.of(new InviteDeleted(2, 9), "invite:9", true),
                Arguments.of(new InviteLinkCreated(2, 9, Role.USER, null), "link:9", false),
                Arguments.of(new InviteLinkUsed(2, 9, 7), "link:9", false),
                Arguments.of(new InviteLinkDeleted(2, 9), "link:9", true));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsAboutOneInviteOrLinkOfTheOrganisationAndMayEndIt(InviteEvent event, String object, boolean ends) {
        assertThat(InviteScopes.of(event)).isEqualTo(new EventScope(2, null, null, object));
        assertThat(InviteScopes.ends(event)).isEqualTo(ends);
        assertThat(EventScopes.ends(event)).isEqualTo(ends);
    }
}
