package dev.flagledger.webhook.sending;

import java.util.List;

/**
 * The result of one attempt, with what is shown of it.
 *
 * @param signedBy the names of the headers that signed the message
 * @param answer the start of the body that came back, printable and without secrets; empty without one
 */
public record Reply(Outcome outcome, List<String> signedBy, String answer) {

    /** A result of which nothing else is known. */
    public static Reply of(Outcome outcome) {
        return new Reply(outcome, List.of(), "");
    }
}
