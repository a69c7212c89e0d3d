package dev.flagledger.command.erasure;

import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.user.UserCommand;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** By what names somebody is or was known. To be asked before they are erased. */
@Component
class KnownNames {

    private final EventStore store;

    KnownNames(EventStore store) {
        this.store = store;
    }

    /** The user's address, and each of their full names that has both parts: of one part alone there are too many. */
    List<String> ofUser(int userId) {
        return store.readEvents(UserCommand.streamOf(userId))
                .asStream()
                .flatMap(event -> switch ((UserEvent) event.getPayload()) {
                    case UserRegistered e -> Stream.concat(Stream.of(e.email()), full(e.firstName(), e.lastName()));
                    case UserRenamed e -> full(e.firstName(), e.lastName());
                    case UserLoggedIn _, UserLoginLocked _, UserLoggedOut _ -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }

    private static Stream<String> full(String first, String last) {
        return first.isBlank() || last.isBlank() ? Stream.empty() : Stream.of(first + " " + last);
    }
}
