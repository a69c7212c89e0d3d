package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.api.event.ErasureEvent.IdentityErased;

/** The name of a stream, with the ids that it consists of. */
record StreamOfIdentity(String name, int environmentId, int id) {

    /** Reads a name of the form of {@link dev.flagledger.api.identity.IdentityCommand#streamOf}. */
    static StreamOfIdentity of(String name) {
        int last = name.lastIndexOf('-');
        int first = name.lastIndexOf('-', last - 1);
        return new StreamOfIdentity(
                name, Integer.parseInt(name, first + 1, last, 10), Integer.parseInt(name, last + 1, name.length(), 10));
    }

    /** The identity, as {@code kind:id}. */
    String object() {
        return "identity:" + id;
    }

    /** What has ended, as {@code kind:id}, once the identity is erased. An erasure of what has no row any more leaves no other trace here. */
    String erasure() {
        return IdentityErased.objectOf(id);
    }
}
