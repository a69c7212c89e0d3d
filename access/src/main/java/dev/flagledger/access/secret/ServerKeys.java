package dev.flagledger.access.secret;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The server keys of environments. A key never changes; whether it is still accepted is part of the folded state. Takes
 * part in the caller's transaction, if there is one.
 */
@Component
public class ServerKeys {

    /** Prefix of all server keys, and of no client key. */
    public static final String PREFIX = "ser.";

    private final JdbcClient jdbc;

    public ServerKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The owner of a key. */
    public record Owner(int keyId, int environmentId) {}

    /** Stores a key, whose id and text must be new. */
    public void store(Owner owner, String key) {
        jdbc.sql("insert into access.server_key (key_id, environment_id, key) values (:keyId, :environmentId, :key)")
                .param("keyId", owner.keyId())
                .param("environmentId", owner.environmentId())
                .param("key", key)
                .update();
    }

    /** Returns the key with this id, if there is one. */
    public Optional<String> find(int keyId) {
        return jdbc.sql("select server_key.key from access.server_key where server_key.key_id = :keyId")
                .param("keyId", keyId)
                .query(String.class)
                .optional();
    }

    /** Returns the keys of an environment, by id. */
    public Map<Integer, String> of(int environmentId) {
        return jdbc
                .sql("""
                        select server_key.key_id, server_key.key from access.server_key
                        where server_key.environment_id = :environmentId""")
                .param("environmentId", environmentId)
                .query((row, _) -> Map.entry(row.getInt("key_id"), row.getString("key")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the owner of a key, if there is one. */
    public Optional<Owner> owner(String key) {
        return jdbc.sql(
                        "select server_key.key_id, server_key.environment_id from access.server_key where server_key.key = :key")
                .param("key", key)
                .query(Owner.class)
                .optional();
    }

    /** Deletes a key. Does nothing if it does not exist. */
    public void remove(int keyId) {
        jdbc.sql("delete from access.server_key where server_key.key_id = :keyId")
                .param("keyId", keyId)
                .update();
    }

    /** Deletes all keys of an environment. */
    public void removeAllOf(int environmentId) {
        jdbc.sql("delete from access.server_key where server_key.environment_id = :environmentId")
                .param("environmentId", environmentId)
                .update();
    }
}
