package dev.flagledger.ledger.log.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalSerializerTest {

    private final CanonicalSerializer serializer = CanonicalSerializer.of(new EventCatalogue());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.forgotten",
                "dev.flagledger.api.event.UserEvent$UserLoggedIn",
                "java.lang.String",
                "org.axonframework.serialization.UnknownSerializedType",
                ""
            })
    void anUnknownNameIsNotRead(String name) {
        assertThatThrownBy(() -> read(name, "1", "{\"userId\":3}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("\"" + name + "\"");
        // A lazily deserialized message first asks for the class, which must fail.
        assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType(name, "1")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aNewerRevisionIsNotRead() {
        assertThatThrownBy(() -> read("user.logged-in", "2", "{\"userId\":3}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("revision 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'userId':null}",
                "{'userId':'3'}",
                "{'userId':3.5}",
                "{'userId':3000000000}",
                "{'userId':true}",
                "{'userId':3,'at':null}",
                "{'userId':3} {}",
                "[3]",
                "3"
            })
    void valuesAreNotCoerced(String stored) {
        assertThatThrownBy(() -> read("user.logged-in", "1", stored)).isInstanceOf(SerializationException.class);
    }

    @Test
    void aNumberIsNotReadAsText() {
        assertThatThrownBy(() -> read("environment.first-evaluated", "1", "{'environmentId':3,'sdk':7}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void anEnumIsReadByNameOnly() {
        assertThat(List.of("'OWNER'", "0", "'admin'"))
                .allSatisfy(role -> assertThatThrownBy(() -> read(
                                "organisation.member-joined",
                                "1",
                                "{'organisationId':2,'userId':3,'role':" + role + "}"))
                        .isInstanceOf(SerializationException.class));
    }

    @Test
    void theOrderOfKeysDoesNotMatterToAReader() {
        assertThat(read("organisation.api-key-revoked", "1", "{'organisationId':3,'keyId':5}"))
                .isEqualTo(new ApiKeyRevoked(3, 5));
    }

    @Test
    void anUnpairedSurrogateIsStored() {
        var event = new FirstEvaluated(3, "\ud83d\u0000");

        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(event, byte[].class)))
                .isEqualTo(event);
    }

    @Test
    void personalDataIsNeitherWrittenNorReadUnsealed() {
        assertThatThrownBy(() -> serializer.serialize(new UserRenamed(3, "A", "B"), byte[].class))
                .hasRootCauseInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("user.renamed", "1", "{'userId':3,'lastName':'B','firstName':'A'}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void anEventIsStoredUnderItsNameAndRevision() {
        assertThat(serializer.typeForClass(UserLoggedIn.class))
                .isEqualTo(new SimpleSerializedType("user.logged-in", "1"));
    }

    @Test
    void anEventOutsideTheCatalogueIsNotWritten() {
        assertThatThrownBy(() -> serializer.serialize(new UserCommand.LogIn(3, LoginWay.EMAIL), byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    private Object read(String name, String revision, String stored) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(stored.replace('\'', '"').getBytes(UTF_8), byte[].class, name, revision));
    }
}
