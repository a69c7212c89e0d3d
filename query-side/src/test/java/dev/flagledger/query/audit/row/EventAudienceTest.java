package dev.flagledger.query.audit.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventAudienceTest {

    private static final EventScope ACCOUNT = new EventScope(null, null, null, "user:2");

    @Test
    void anEventOfAProjectHasItsScopeAlone() {
        var audience = of(Shop.set(true, FeatureValue.of("red")));
        var scope = new EventScope(Shop.ORGANISATION, Shop.PROJECT, Shop.LIVE, "feature:7");

        assertThat(audience.organisations()).isEmpty();
        assertThat(audience.within(scope)).isEqualTo(scope);
    }

    @Test
    void theOnlyOrganisationOfAUserIsTheScope() {
        var audience = of(new UserLoggedIn(Shop.BO, LoginWay.EMAIL));

        assertThat(audience.within(ACCOUNT)).isEqualTo(new EventScope(Shop.ORGANISATION, null, null, "user:2"));
        assertThat(audience.several()).isEmpty();
    }

    @Test
    void severalOrganisationsAreListedBesideTheScope() {
        var audience = new EventAudience(List.of(3, 30));

        assertThat(audience.within(ACCOUNT)).isEqualTo(ACCOUNT);
        assertThat(audience.several()).containsExactly(3, 30);
    }

    @Test
    void anExportIsSeenByThoseWhoseEventsItHas() {
        var audience = of(new EventsExported(Shop.id(90), List.of(3, 30), null, ExportEvent.Format.CSV, ""));

        assertThat(audience.several()).containsExactly(3, 30);
    }

    /** A former member's logins are nobody's business. */
    @Test
    void aFormerMemberIsSeenByNobody() {
        var history = Shop.withBasket()
                .then(new MemberRemoved(Shop.ORGANISATION, Shop.BO))
                .then(new UserLoggedIn(Shop.BO, LoginWay.EMAIL));

        var audience = EventAudience.of(history.before(), history.last().event(), history.state());

        assertThat(audience.organisations()).isEmpty();
        assertThat(audience.within(ACCOUNT)).isEqualTo(ACCOUNT);
    }

    private static EventAudience of(LedgerEvent event) {
        var history = Shop.withBasket().then(event);
        return EventAudience.of(history.before(), event, history.state());
    }
}
