package dev.flagledger.command.erasure;

import java.util.List;
import java.util.UUID;

/**
 * What came of an erasure.
 *
 * @param subject who was erased, by id
 * @param destroyed what is no more
 * @param namesSearched how many names the log was searched for
 * @param namesTooShort how many were too short to be told from other words, and were not searched for
 * @param mentions where the names still stand in texts that tell of nobody in particular
 * @param complete whether these are all
 */
record ErasureReport(
        UUID id,
        String subject,
        List<String> destroyed,
        int namesSearched,
        int namesTooShort,
        List<MentionView> mentions,
        boolean complete) {

    /**
     * An event with one of the names in it.
     *
     * @param position of the event in the log
     * @param type the event's stored name
     * @param object what it is about, such as {@code segment:55}
     * @param fields where in the stored entry, as JSON Pointers
     */
    record MentionView(long position, String type, String object, List<String> fields) {}
}
