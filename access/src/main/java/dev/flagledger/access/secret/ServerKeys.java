package dev.flagledger.access.secret;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The server-side keys of environments. A key never changes; whether it still opens anything is for the log to say. Takes
 * part in the caller's transaction, if there is one.
 */
@Component
public class ServerKeys {

    /** What each server-side key begins with, and no client-side key. */
    public static final String PREFIX = "ser.";

    private final JdbcClient jdbc;

    public ServerKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a key belongs to. */
    public record Owner(int keyId, int environmentId) {}

    /** Keeps a key, whose id and text must be new. */
    public void store(Owner owner, String key) {
        jdbc.sql("insert into access.server_key (key_id, environment_id, key) values (:keyId, :environmentId, :key)")
                .param("keyId", owner.keyId())
                .param("environmentId", owner.environmentId())
                .param("key", key)
                .update();
    }

    /** The key with this id; empty when there is none. */
    public Optional<String> find(int keyId) {
        return jdbc.sql("select server_key.key from access.server_key where server_key.key_id = :keyId")
                .param("keyId", keyId)
                .query(String.class)
                .optional();
    }

    /** The keys of an environment, by id. */
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

    /** Whose key this is; empty when it is nobody's. */
    public Optional<Owner> owner(String key) {
        return jdbc.sql(
                        "select server_key.key_id, server_key.environment_id from access.server_key where server_key.key = :key")
                .param("key", key)
                .query(Owner.class)
                .optional();
    }

    /** Forgets the key; nothing happens when there is none. */
    public void remove(int keyId) {
        jdbc.sql("delete from access.server_key where server_key.key_id = :keyId")
                .param("keyId", keyId)
                .update();
    }

    /** Forgets all keys of an environment; nothing happens when it has none. */
    public void removeAllOf(int environmentId) {
        jdbc.sql("delete from access.server_key where server_key.environment_id = :environmentId")
                .param("environmentId", environmentId)
                .update();
    }
}
