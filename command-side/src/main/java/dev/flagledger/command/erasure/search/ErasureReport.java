package dev.flagledger.command.erasure.search;

import java.util.List;
import java.util.UUID;

/**
 * The result of an erasure.
 *
 * @param subject the id of the erased subject
 * @param further the ids of further subjects that were erased: deleted identities with the same identifier
 * @param destroyed what was destroyed
 * @param namesSearched the number of names that the log was searched for
 * @param namesTooShort the number of names that were too short to search for
 * @param mentions events whose free text still contains one of the names
 * @param complete false if there are more mentions
 */
public record ErasureReport(
        UUID id,
        String subject,
        List<String> further,
        List<String> destroyed,
        int namesSearched,
        int namesTooShort,
        List<MentionView> mentions,
        boolean complete) {

    /**
     * An event that contains one of the names.
     *
     * @param position the event's position in the log
     * @param type the event's stored name
     * @param object what the event is about, such as {@code segment:55}
     * @param fields JSON Pointers into the stored entry
     */
    public record MentionView(long position, String type, String object, List<String> fields) {}
}
