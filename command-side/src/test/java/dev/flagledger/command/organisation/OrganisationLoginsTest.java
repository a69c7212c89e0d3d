package dev.flagledger.command.organisation;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand;
import dev.flagledger.api.organisation.LoginRuleCommand.AddDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.ChangeLoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand.MissDomainRecord;
import dev.flagledger.api.organisation.LoginRuleCommand.ProveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.RemoveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.UnproveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.VouchForDomain;
import dev.flagledger.api.organisation.OrganisationSettings;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrganisationLoginsTest {

    private static final OrganisationCreated FOUNDED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final DomainAdded ADDED = new DomainAdded(2, 7, "acme.example");
    private static final DomainProven PROVEN = new DomainProven(2, 7, DomainProof.DNS);
    private static final LoginPolicy SAML_ONLY = new LoginPolicy(List.of(LoginMethod.SAML), List.of(), List.of());

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void thePolicyChanges() {
        fixture.given(FOUNDED)
                .when(new ChangeLoginPolicy(2, SAML_ONLY))
                .expectEvents(new LoginPolicyChanged(2, SAML_ONLY));
        fixture.given(FOUNDED, new LoginPolicyChanged(2, SAML_ONLY))
                .when(new ChangeLoginPolicy(2, LoginPolicy.OPEN))
                .expectEvents(new LoginPolicyChanged(2, LoginPolicy.OPEN));
    }

    @Test
    void aDomainIsAddedOnce() {
        fixture.given(FOUNDED)
                .when(new AddDomain(2, 7, "acme.example"))
                .expectEvents(new DomainAdded(2, 7, "acme.example"));
        refused(new AddDomain(2, 8, "acme.example"), Rule.DOMAIN_LISTED, FOUNDED, ADDED);
    }

    @Test
    void thereAreOneHundredDomains() {
        var hundred = Stream.concat(
                        Stream.of(FOUNDED),
                        IntStream.rangeClosed(1, 100).mapToObj(id -> new DomainAdded(2, id, id + ".example")))
                .toArray();
        var another = new AddDomain(2, 101, "101.example");
        fixture.given(hundred).when(another).expectExceptionMessage(new Rejection.Full(Limit.MAIL_DOMAINS).toString());
        fixture.given(Stream.concat(Stream.of(hundred), Stream.of(new DomainRemoved(2, 50)))
                        .toArray())
                .when(another)
                .expectEvents(new DomainAdded(2, 101, "101.example"));
    }

    @Test
    void aDomainIsProvenOnce() {
        fixture.given(FOUNDED, ADDED)
                .when(new ProveDomain(2, 7, "acme.example"))
                .expectEvents(new DomainProven(2, 7, DomainProof.DNS));
        fixture.given(FOUNDED, ADDED)
                .when(new VouchForDomain(2, 7, "acme.example"))
                .expectEvents(new DomainProven(2, 7, DomainProof.SUPERUSER));
        fixture.given(FOUNDED, ADDED, PROVEN)
                .when(new VouchForDomain(2, 7, "acme.example"))
                .expectNoEvents();
        fixture.given(FOUNDED, ADDED)
                .when(new ProveDomain(2, 7, "other.example"))
                .expectException(Rejected.class);
    }

    @Test
    void aRecordIsMissedOnceAndFoundAgain() {
        var missed = new DomainRecordMissed(2, 7);
        var miss = new MissDomainRecord(2, 7);
        fixture.given(FOUNDED, ADDED, PROVEN).when(miss).expectEvents(missed);
        fixture.given(FOUNDED, ADDED, PROVEN, missed).when(miss).expectNoEvents();
        fixture.given(FOUNDED, ADDED).when(miss).expectNoEvents();
        fixture.given(FOUNDED, ADDED, new DomainProven(2, 7, DomainProof.SUPERUSER))
                .when(miss)
                .expectNoEvents();
        fixture.given(FOUNDED, ADDED, PROVEN, missed)
                .when(new ProveDomain(2, 7, "acme.example"))
                .expectEvents(PROVEN);
    }

    /** The rejection keeps the name from being released. */
    @Test
    void onlyAProofWhoseRecordIsMissingEnds() {
        var missed = new DomainRecordMissed(2, 7);
        var unproven = new DomainUnproven(2, 7);
        var end = new UnproveDomain(2, 7);
        fixture.given(FOUNDED, ADDED, PROVEN, missed).when(end).expectEvents(unproven);
        fixture.given(FOUNDED, ADDED, PROVEN).when(end).expectException(Rejected.class);
        fixture.given(FOUNDED, ADDED, PROVEN, missed, PROVEN).when(end).expectException(Rejected.class);
        fixture.given(FOUNDED, ADDED, PROVEN, missed, unproven).when(end).expectException(Rejected.class);
        fixture.given(FOUNDED, ADDED, PROVEN, missed, unproven)
                .when(new ProveDomain(2, 7, "acme.example"))
                .expectEvents(PROVEN);
    }

    /** Else whoever takes a record away would open other ways to log in. */
    @Test
    void aPolicyKeepsADomainThatIsProvenNoMore() {
        var policy = new LoginPolicy(List.of(), List.of(new LoginPolicy.Domain("acme.example", List.of())), List.of());
        var other = new LoginPolicy(
                List.of(LoginMethod.SAML), List.of(new LoginPolicy.Domain("acme.example", List.of())), List.of());
        fixture.given(
                        FOUNDED,
                        ADDED,
                        PROVEN,
                        new LoginPolicyChanged(2, policy),
                        new DomainRecordMissed(2, 7),
                        new DomainUnproven(2, 7))
                .when(new ChangeLoginPolicy(2, other))
                .expectEvents(new LoginPolicyChanged(2, other));
    }

    @Test
    void aPolicyNamesProvenDomains() {
        var policy = new LoginPolicy(List.of(), List.of(new LoginPolicy.Domain("acme.example", List.of())), List.of());
        var command = new ChangeLoginPolicy(2, policy);
        refused(command, Rule.DOMAIN_UNPROVEN, FOUNDED);
        refused(command, Rule.DOMAIN_UNPROVEN, FOUNDED, ADDED);
        refused(command, Rule.DOMAIN_UNPROVEN, FOUNDED, ADDED, PROVEN, new DomainRemoved(2, 7));
        fixture.given(FOUNDED, ADDED, PROVEN).when(command).expectEvents(new LoginPolicyChanged(2, policy));
    }

    @Test
    void aDomainThatThePolicyNamesStays() {
        var policy = new LoginPolicy(List.of(), List.of(new LoginPolicy.Domain("acme.example", List.of())), List.of());
        refused(new RemoveDomain(2, 7), Rule.DOMAIN_NAMED, FOUNDED, ADDED, PROVEN, new LoginPolicyChanged(2, policy));
        fixture.given(FOUNDED, ADDED, PROVEN).when(new RemoveDomain(2, 7)).expectEvents(new DomainRemoved(2, 7));
    }

    private void refused(LoginRuleCommand command, Rule rule, Object... given) {
        fixture.given(given).when(command).expectExceptionMessage(new Rejection.Invalid(rule).toString());
    }

    @Test
    void theSamePolicyAgainIsNoChange() {
        fixture.given(FOUNDED)
                .when(new ChangeLoginPolicy(2, LoginPolicy.OPEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(FOUNDED, new LoginPolicyChanged(2, SAML_ONLY))
                .when(new ChangeLoginPolicy(2, SAML_ONLY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
