package dev.flagledger.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Server keys of environments and API keys of organisations. */
class KeysTest {

    private final History history = Shop.open();

    @Test
    void aServerKeyIsAddedChangedAndRemoved() {
        history.then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(19, "Checkout")));
        var addedAt = history.last().at();
        history.then(
                new ServerKeyAdded(Shop.LIVE, Wares.serverKey(18, "Search")),
                new ServerKeyChanged(Shop.LIVE, Wares.serverKey(19, "Payment")));

        assertThat(serverKeys()).containsOnlyKeys(18, 19);
        assertThat(serverKeys().get(19)).isEqualTo(new Environment.IssuedKey(Wares.serverKey(19, "Payment"), addedAt));

        history.then(new ServerKeyRemoved(Shop.LIVE, 19));
        assertThat(serverKeys()).containsOnlyKeys(18);
    }

    /** Responses to applications do not depend on the key. */
    @Test
    void aServerKeyDoesNotUpdateTheEnvironment() {
        var before = history.state().environment(Shop.LIVE).orElseThrow().updatedAt();
        history.then(new ServerKeyAdded(Shop.LIVE, Wares.serverKey(19, "Checkout")));

        assertThat(history.state().environment(Shop.LIVE).orElseThrow().updatedAt())
                .isEqualTo(before);
    }

    @Test
    void anApiKeyIsCreatedChangedAndRevoked() {
        history.then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(21, "Terraform")));
        var createdAt = history.last().at();
        history.then(new ApiKeyChanged(Shop.ORGANISATION, Wares.apiKey(21, "Pipeline")));

        assertThat(apiKeys())
                .isEqualTo(Map.of(21, new Organisation.IssuedKey(Wares.apiKey(21, "Pipeline"), createdAt, Shop.ANA)));

        history.then(new ApiKeyRevoked(Shop.ORGANISATION, 21));
        assertThat(apiKeys()).isEmpty();
    }

    @Test
    void aMissingKeyCannotBeChanged() {
        assertThatThrownBy(() -> history.then(new ServerKeyChanged(Shop.LIVE, Wares.serverKey(19, "X"))))
                .hasMessageContaining("server key 19");
        assertThatThrownBy(() -> history.then(new ApiKeyChanged(Shop.ORGANISATION, Wares.apiKey(21, "X"))))
                .hasMessageContaining("API key 21");
    }

    private Map<Integer, Environment.IssuedKey> serverKeys() {
        return history.state().environment(Shop.LIVE).orElseThrow().serverKeys();
    }

    private Map<Integer, Organisation.IssuedKey> apiKeys() {
        return history.state().organisation(Shop.ORGANISATION).orElseThrow().apiKeys();
    }
}
