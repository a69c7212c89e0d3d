package dev.flagledger.contract.view.invite;

import dev.flagledger.engine.state.organisation.User;

/** Who sent an invite. */
public record InviterView(int id, String email, String firstName, String lastName) {

    static InviterView of(User user) {
        return new InviterView(user.id(), user.email(), user.firstName(), user.lastName());
    }
}
