package dev.flagledger.ledger.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class ResidueTest {

    private static final Attribution ANA =
            new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7", "curl/8", "for the sale");
    private static final String ID = "6f1d0f3e-8a51-4c59-9d2b-0a4f7d6f2c11";

    private final SubjectKeys keys = TestKeys.fixed();
    private final EntryFormat format = new EntryFormat(CanonicalSerializer.of(new EventCatalogue()), keys);

    @Test
    void theEventStaysWithItsPlaceAndWithoutWhatIsToldOfTheRequest() {
        var entry = entry(new ProjectDeleted(7), ANA);
        var residue = Residue.of(entry);

        assertThat(text(residue))
                .isEqualTo(
                        "{\"actor\":{\"id\":3,\"kind\":\"USER\",\"name\":\"\"},\"address\":null,\"agent\":null,"
                                + "\"at\":\"2031-01-01T00:00:00.000000Z\",\"event\":{\"projectId\":7},\"id\":\"" + ID
                                + "\",\"note\":null,"
                                + "\"request\":null,\"revision\":1,\"sequence\":7,\"stream\":\"s\",\"type\":\"project.deleted\"}");
    }

    @Test
    void itIsReadAsAnEntryIs() {
        var entry = entry(new ProjectDeleted(7), ANA);
        var residue = Residue.of(entry);

        assertThat(format.unnamed(9, residue)).isEqualTo(format.unnamed(9, entry));
        assertThat(format.quick(9, residue)).isEqualTo(format.unnamed(9, entry));
        assertThat(format.recorded(9, residue).actor()).isEqualTo(new Actor(Actor.Kind.USER, 3, ""));
        assertThat(format.recorded(9, residue).origin().address()).isNull();
        assertThat(format.recorded(9, residue).origin()).isNotEqualTo(Origin.NONE);
    }

    @Test
    void sealedTextsOfTheEventCanStillBeOpened() {
        var entry = entry(new UserRenamed(3, "Anna", "Lee"), ANA);
        var residue = Residue.of(entry);

        assertThat(text(residue)).contains("sealed").doesNotContain("Anna");
        assertThat(format.unnamed(9, residue).event()).isEqualTo(new UserRenamed(3, "Anna", "Lee"));
    }

    @Test
    void theNamesOfProgramsGoToo() {
        var residue = Residue.of(entry(new ProjectDeleted(7), ANA.by(Actor.apiKey(2, "Terraform"))));

        assertThat(text(residue)).doesNotContain("Terraform");
        assertThat(format.quick(9, residue)).isNotNull();
    }

    @Test
    void aResidueHasNone() {
        var residue = Residue.of(entry(new ProjectDeleted(7), ANA));

        assertThat(Residue.of(residue)).isEqualTo(residue);
        assertThatThrownBy(() -> Residue.of(new Entry(new byte[] {'{', '}'})))
                .isInstanceOf(SerializationException.class);
    }

    private Entry entry(LedgerEvent event, Attribution by) {
        var message = new GenericDomainEventMessage<>(
                "s", "s", 7, new GenericMessage<>(ID, event, by.toMetaData()), Instant.parse("2031-01-01T00:00:00Z"));
        return format.write(message, keys.keyring()).entry();
    }

    private static String text(Entry entry) {
        return new String(entry.bytes(), StandardCharsets.UTF_8);
    }
}
