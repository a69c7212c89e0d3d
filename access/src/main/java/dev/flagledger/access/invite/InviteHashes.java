package dev.flagledger.access.invite;

import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret parts of invites and invite links. Takes part in the caller's transaction, if there is one. */
@Component
public class InviteHashes {

    private static final int LENGTH = 22;
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Wrapping wrapping;

    InviteHashes(JdbcClient jdbc, InstallationKey key) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(key, "invites");
    }

    /** What a hash is of. */
    public enum Kind {
        /** An invite by mail. */
        INVITE,
        /** An invite link. */
        LINK
    }

    /** Generates a hash of 22 letters and digits, without those that are taken for others. */
    public static String draw() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(place -> ALPHABET.substring(place, place + 1))
                .collect(Collectors.joining());
    }

    /** Stores the hash of an invite or a link, which must have none. */
    public void store(Kind kind, int id, int organisationId, String hash) {
        jdbc.sql("""
                        insert into access.invite_hash (kind, id, organisation_id, digest, sealed)
                        values (:kind, :id, :organisation, :digest, :sealed)""")
                .param("kind", kind.name())
                .param("id", id)
                .param("organisation", organisationId)
                .param("digest", Digest.sha256(hash))
                .param("sealed", wrapping.wrap(hash.getBytes(StandardCharsets.UTF_8), place(kind, id)))
                .update();
    }

    /** Returns the id of the invite or link with this hash. */
    public Optional<Integer> find(Kind kind, String hash) {
        return jdbc.sql("""
                        select invite_hash.id from access.invite_hash
                        where invite_hash.kind = :kind and invite_hash.digest = :digest""")
                .param("kind", kind.name())
                .param("digest", Digest.sha256(hash))
                .query(Integer.class)
                .optional();
    }

    /** Returns the hashes of an organisation's invites or links, by id. */
    public Map<Integer, String> of(Kind kind, int organisationId) {
        return jdbc
                .sql("""
                        select invite_hash.id, invite_hash.sealed from access.invite_hash
                        where invite_hash.kind = :kind and invite_hash.organisation_id = :organisation""")
                .param("kind", kind.name())
                .param("organisation", organisationId)
                .query((row, _) -> Map.entry(row.getInt("id"), opened(kind, row.getInt("id"), row.getBytes("sealed"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Deletes the hash of an invite or a link. Does nothing if it has none. */
    public void remove(Kind kind, int id) {
        jdbc.sql("delete from access.invite_hash where invite_hash.kind = :kind and invite_hash.id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .update();
    }

    /** Deletes all hashes of an organisation. */
    public void removeAllOf(int organisationId) {
        jdbc.sql("delete from access.invite_hash where invite_hash.organisation_id = :organisation")
                .param("organisation", organisationId)
                .update();
    }

    private String opened(Kind kind, int id, byte[] sealed) {
        return new String(wrapping.unwrap(sealed, place(kind, id)), StandardCharsets.UTF_8);
    }

    private static String place(Kind kind, int id) {
        return kind.name() + " " + id;
    }
}
