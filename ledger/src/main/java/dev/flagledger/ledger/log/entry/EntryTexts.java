package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Subject;
import dev.flagledger.ledger.log.payload.PersonalTexts;
import dev.flagledger.ledger.subject.Keyring;
import dev.flagledger.ledger.subject.TextLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes texts into one entry, sealed where they tell of a person. */
record EntryTexts(JsonGenerator json, Keyring ring, String entry) {

    static final String NAME = "/actor/name";
    static final String ADDRESS = "/address";

    /** {@code whose} is null for a text that tells of nobody. */
    void write(String property, @Nullable String text, @Nullable Subject whose) {
        json.writeName(property);
        if (text == null) {
            json.writeNull();
        } else if (whose == null) {
            json.writeString(text);
        } else {
            var path = json.streamWriteContext().pathAsPointer().toString();
            PersonalTexts.write(json, ring.seal(whose, text, new TextLocation(entry, path)));
        }
    }

    /** Seals what the event tells of its subject. */
    PersonalTexts.Sealer sealerOf(EntrySubjects people) {
        return (text, path) -> ring.seal(people.requireSubject(), text, new TextLocation(entry, "/event" + path));
    }
}
