package dev.flagledger.engine.state.organisation.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import org.junit.jupiter.api.Test;

class SamlConfigurationsTest {

    private static final SamlConfiguration ACME =
            new SamlConfiguration(3, "acme", "https://a.test", null, false, true, Role.USER);
    private static final SamlConfiguration OTHER =
            new SamlConfiguration(4, "other", "https://a.test", null, true, true, Role.USER);
    private static final SamlMapping MAIL = new SamlMapping(7, 3, SamlAttribute.EMAIL, "urn:mail");

    private final SamlConfigurations both =
            SamlConfigurations.NONE.evolve(new SamlAdded(1, ACME)).evolve(new SamlAdded(1, OTHER));

    @Test
    void aConfigurationIsFoundByItsName() {
        assertThat(both.named("acme")).contains(ACME);
        assertThat(both.named("ACME")).isEmpty();

        var renamed = both.evolve(
                new SamlChanged(1, new SamlConfiguration(3, "new", "https://b.test", "<x/>", true, true, Role.USER)));
        assertThat(renamed.named("acme")).isEmpty();
        assertThat(renamed.named("new")).map(SamlConfiguration::idpInitiated).contains(true);
    }

    @Test
    void mappingsAreOfOneConfigurationAndOneTarget() {
        var mapped = both.evolve(new SamlMappingAdded(1, MAIL))
                .evolve(new SamlMappingAdded(1, new SamlMapping(8, 4, SamlAttribute.EMAIL, "other")));

        assertThat(mapped.sources(3, SamlAttribute.EMAIL)).containsExactly("urn:mail");
        assertThat(mapped.sources(3, SamlAttribute.GROUPS)).isEmpty();

        var changed = mapped.evolve(new SamlMappingChanged(1, new SamlMapping(7, 3, SamlAttribute.GROUPS, "teams")));
        assertThat(changed.sources(3, SamlAttribute.GROUPS)).containsExactly("teams");
        assertThat(changed.evolve(new SamlMappingRemoved(1, 7)).mappingsOf(3)).isEmpty();
    }

    @Test
    void mappingsEndWithTheirConfiguration() {
        var mapped = both.evolve(new SamlMappingAdded(1, MAIL))
                .evolve(new SamlMappingAdded(1, new SamlMapping(8, 4, SamlAttribute.EMAIL, "other")));

        var left = mapped.evolve(new SamlRemoved(1, 3));
        assertThat(left.byId()).containsOnlyKeys(4);
        assertThat(left.mappings()).containsOnlyKeys(8);
    }
}
