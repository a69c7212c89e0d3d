package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlCommand.AddMapping;
import dev.flagledger.api.saml.SamlCommand.AddSaml;
import dev.flagledger.api.saml.SamlCommand.ChangeMapping;
import dev.flagledger.api.saml.SamlCommand.ChangeSaml;
import dev.flagledger.api.saml.SamlCommand.RemoveMapping;
import dev.flagledger.api.saml.SamlCommand.RemoveSaml;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrganisationSamlTest {

    private static final OrganisationCreated CREATED =
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false));
    private static final SamlConfiguration ACME =
            new SamlConfiguration(3, "acme", "https://a.test", null, false, true, Role.USER);
    private static final SamlConfiguration OPEN =
            new SamlConfiguration(3, "acme", "https://a.test", "<x/>", true, true, Role.USER);
    private static final SamlMapping MAIL = new SamlMapping(7, 3, SamlAttribute.EMAIL, "urn:mail");
    private static final String NO_CONFIGURATION = new Rejection.Missing("SamlConfiguration").toString();
    private static final String NO_MAPPING = new Rejection.Missing("SamlAttributeMapping").toString();

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void aConfigurationIsAddedChangedAndRemoved() {
        fixture.given(CREATED).when(new AddSaml(2, ACME)).expectEvents(new SamlAdded(2, ACME));
        fixture.given(CREATED, new SamlAdded(2, ACME))
                .when(new ChangeSaml(2, new Edit<>(ACME, OPEN)))
                .expectEvents(new SamlChanged(2, OPEN));
        fixture.given(CREATED, new SamlAdded(2, ACME))
                .when(new RemoveSaml(2, 3))
                .expectEvents(new SamlRemoved(2, 3));
    }

    @Test
    void whatIsTheSameIsNoChange() {
        fixture.given(CREATED, new SamlAdded(2, ACME))
                .when(new ChangeSaml(2, new Edit<>(ACME, ACME)))
                .expectNoEvents();
        fixture.given(CREATED, new SamlAdded(2, ACME), new SamlMappingAdded(2, MAIL))
                .when(new ChangeMapping(2, new Edit<>(MAIL, MAIL)))
                .expectNoEvents();
    }

    @Test
    void mappingsAreOfAConfigurationThatExists() {
        fixture.given(CREATED, new SamlAdded(2, ACME))
                .when(new AddMapping(2, MAIL))
                .expectEvents(new SamlMappingAdded(2, MAIL));
        fixture.given(CREATED).when(new AddMapping(2, MAIL)).expectExceptionMessage(NO_CONFIGURATION);
        fixture.given(CREATED, new SamlAdded(2, ACME), new SamlRemoved(2, 3))
                .when(new AddMapping(2, MAIL))
                .expectExceptionMessage(NO_CONFIGURATION);
    }

    @Test
    void mappingsAreChangedAndRemoved() {
        var teams = new SamlMapping(7, 3, SamlAttribute.GROUPS, "teams");
        fixture.given(CREATED, new SamlAdded(2, ACME), new SamlMappingAdded(2, MAIL))
                .when(new ChangeMapping(2, new Edit<>(MAIL, teams)))
                .expectEvents(new SamlMappingChanged(2, teams));
        fixture.given(CREATED, new SamlAdded(2, ACME), new SamlMappingAdded(2, MAIL))
                .when(new RemoveMapping(2, 7))
                .expectEvents(new SamlMappingRemoved(2, 7));
    }

    @Test
    void whatIsMissingCannotBeChanged() {
        fixture.given(CREATED).when(new ChangeSaml(2, new Edit<>(ACME, OPEN))).expectExceptionMessage(NO_CONFIGURATION);
        fixture.given(CREATED).when(new RemoveSaml(2, 3)).expectExceptionMessage(NO_CONFIGURATION);
        fixture.given(CREATED).when(new RemoveMapping(2, 7)).expectExceptionMessage(NO_MAPPING);
        fixture.given(CREATED, new SamlAdded(2, ACME), new SamlMappingAdded(2, MAIL), new SamlRemoved(2, 3))
                .when(new RemoveMapping(2, 7))
                .expectExceptionMessage(NO_MAPPING);
    }
}
