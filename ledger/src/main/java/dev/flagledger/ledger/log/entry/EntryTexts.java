package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Subject;
import dev.flagledger.ledger.log.payload.PersonalTexts;
import dev.flagledger.ledger.subject.Keyring;
import dev.flagledger.ledger.subject.TextLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the texts of one entry, and seals those that are personal. */
record EntryTexts(JsonGenerator json, Keyring ring, String entry) {

    static final String NAME = "/actor/name";
    static final String ADDRESS = "/address";
    static final String AGENT = "/agent";

    /** {@code owner} is the person that the text is about; null if it is not personal. */
    void write(String property, @Nullable String text, @Nullable Subject owner) {
        json.writeName(property);
        if (text == null) {
            json.writeNull();
        } else if (owner == null) {
            json.writeString(text);
        } else {
            var path = json.streamWriteContext().pathAsPointer().toString();
            PersonalTexts.write(json, ring.seal(owner, text, new TextLocation(entry, path)));
        }
    }

    /** The sealer for the texts of the payload about its subject. */
    PersonalTexts.Sealer sealerOf(EntrySubjects people) {
        return (text, path) -> ring.seal(people.requireSubject(), text, new TextLocation(entry, "/event" + path));
    }
}
