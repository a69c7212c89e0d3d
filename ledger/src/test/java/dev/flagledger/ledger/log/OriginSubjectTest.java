package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OfSubject;
import org.junit.jupiter.api.Test;

class OriginSubjectTest {

    private static final OfSubject REPORT = () -> Subject.identity(4211);

    @Test
    void theRequestOfAUserIsTheUsers() {
        assertThat(OriginSubject.of(REPORT, Actor.user(3, "ana@example.test"))).isEqualTo(Subject.user(3));
    }

    @Test
    void theRequestOfAnApplicationIsThatOfTheSubjectItReportsOn() {
        assertThat(OriginSubject.of(REPORT, Actor.sdk(5))).isEqualTo(Subject.identity(4211));
    }

    @Test
    void anyOtherRequestIsNobodys() {
        assertThat(OriginSubject.of("an event", new Actor(Actor.Kind.API_KEY, 3, "ci")))
                .isNull();
        assertThat(OriginSubject.of("an event", Actor.SYSTEM)).isNull();
    }
}
