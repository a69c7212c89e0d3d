package dev.flagledger.ledger.proof;

import dev.flagledger.ledger.secret.Digest;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of the log as it is stored: the public key, and the private one wrapped. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredKey(byte[] publicKey, byte[] wrapped) {

    private static final int NAME_BYTES = 8;

    /** The name of a log that was given no other: made of a hash of its key. */
    String ownName() {
        return "flagledger/" + HexFormat.of().formatHex(Digest.sha256(publicKey), 0, NAME_BYTES);
    }

    /** Stores this key unless there is one already, and returns the one that is stored. */
    StoredKey orStored(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into ledger.signing_key (public, wrapped) values (:public, :wrapped)
                        on conflict do nothing""").param("public", publicKey).param("wrapped", wrapped).update();
        return jdbc.sql("select signing_key.public, signing_key.wrapped from ledger.signing_key")
                .query((row, _) -> new StoredKey(row.getBytes("public"), row.getBytes("wrapped")))
                .single();
    }
}
