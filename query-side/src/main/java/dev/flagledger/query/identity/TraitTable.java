package dev.flagledger.query.identity;

import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the traits of the identities that there are. */
@Component
final class TraitTable {

    private final JdbcClient jdbc;

    TraitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A trait keeps its id and its date as long as it is there, whatever it is changed to. */
    void set(TraitsChanged event, Instant at) {
        for (var trait : event.set()) {
            jdbc.sql("""
                            insert into trait
                                (id, environment_id, identity_id, trait_key, value_type, value, created_at)
                            select :id, identity.environment_id, identity.id, :key, :type, :value, :at
                            from identity where identity.id = :identity
                            on conflict (id) do update set trait_key = excluded.trait_key,
                                value_type = excluded.value_type, value = excluded.value
                            """)
                    .param("id", trait.id())
                    .param("identity", event.identityId())
                    .param("key", trait.key())
                    .param("type", trait.type().name())
                    .param("value", trait.value())
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .update();
        }
    }

    /** But for those that only changed their key. */
    void remove(TraitsChanged event) {
        var kept = event.set().stream().map(trait -> trait.id()).toArray(Integer[]::new);
        if (!event.removed().isEmpty()) {
            jdbc.sql("""
                            delete from trait where trait.identity_id = :identity
                                and trait.trait_key = any(:keys) and trait.id <> all(:kept)
                            """)
                    .param("identity", event.identityId())
                    .param("keys", event.removed().toArray(String[]::new))
                    .param("kept", kept)
                    .update();
        }
    }

    void removeOfIdentity(int identityId) {
        jdbc.sql("delete from trait where trait.identity_id = :identity")
                .param("identity", identityId)
                .update();
    }

    void removeOfEnvironment(int environmentId) {
        jdbc.sql("delete from trait where trait.environment_id = :environment")
                .param("environment", environmentId)
                .update();
    }

    void removeOfProject(int projectId) {
        jdbc.sql("""
                        delete from trait using identity_environment
                        where identity_environment.project_id = :project
                            and trait.environment_id = identity_environment.environment_id
                        """).param("project", projectId).update();
    }

    void clear() {
        jdbc.sql("truncate trait").update();
    }
}
