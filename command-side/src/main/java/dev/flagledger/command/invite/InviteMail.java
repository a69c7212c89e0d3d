package dev.flagledger.command.invite;

import dev.flagledger.engine.state.organisation.User;
import org.jspecify.annotations.Nullable;

/** What is written to invited people. */
final class InviteMail {

    /** Names are chosen by whoever creates an organisation, and must leave no room for other messages. */
    private static final int MAX_NAME = 100;

    private InviteMail() {}

    static String subject(String organisation) {
        return "Invitation to " + shortened(organisation);
    }

    /** @param inviter null if it was not a user */
    static String text(String organisation, @Nullable User inviter, String link) {
        var who = inviter == null ? "You are" : inviter.email() + " has";
        return """
                Hello,

                %s invited%s to join the organisation "%s" in Flagledger.

                To join, open this page:

                %s

                If you did not expect this, ignore it.
                """.formatted(who, inviter == null ? "" : " you", shortened(organisation), link);
    }

    private static String shortened(String name) {
        var line = name.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX_NAME ? line.substring(0, MAX_NAME) + "..." : line;
    }
}
